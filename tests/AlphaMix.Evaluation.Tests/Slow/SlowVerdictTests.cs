using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Slow;

public class SlowVerdictTests
{
    [TestCase(0.2, 0.1, true, "even at 10 bp a side")]
    [TestCase(0.2, -0.1, false, "chance explains it")]
    [TestCase(-0.1, -0.3, false, "even before costs")]
    [TestCase(double.NaN, double.NaN, false, "has no interval")]
    public void Edge_NeedsIntervalsAboveZero_BeforeAndAfterCosts(double free, double dear, bool hasEdge, string words)
    {
        var score = Score(At(0, free), At(10, dear));

        Assert.That(SlowVerdict.HasEdge(score), Is.EqualTo(hasEdge));
        Assert.That(SlowVerdict.Text(score), Does.StartWith("Verdict: ").And.Contains(words));
    }

    [Test]
    public void OneCostAlone_IsNotCalledBeforeCosts() =>
        Assert.That(SlowVerdict.Text(Score(At(5, -0.1))), Does.Contain("at 5 bp a side").And.Not.Contain("before costs"));

    [Test]
    public void WithoutCosts_ThereIsNoEdge()
    {
        Assert.That(SlowVerdict.HasEdge(Score(At(0, 0.2))), Is.False);
        Assert.That(SlowVerdict.Text(Score(At(0, 0.2))), Does.Contain("nothing was charged"));
    }

    [TestCase(50, true)]
    [TestCase(51, false)]
    public void AGateClosedOnMostDays_AtTheHighestCost_IsNoEdge(int gatedDays, bool hasEdge)
    {
        var score = Score(At(0, 0.2), At(40, 0.2) with { GatedDays = gatedDays });

        Assert.That(SlowVerdict.HasEdge(score), Is.EqualTo(hasEdge));
        Assert.That(SlowVerdict.Text(score).Contains($"closed on {gatedDays} of 100 days"), Is.EqualTo(!hasEdge));
    }

    [Test]
    public void AGateClosedAllAlong_AtTheOnlyCost_IsNoEdge()
    {
        var score = Score(At(40, 0.2) with { GatedDays = 100 });

        Assert.That(SlowVerdict.HasEdge(score), Is.False);
        Assert.That(SlowVerdict.Text(score), Does.Contain("says nothing of the score"));
    }

    private static SlowEvaluation Score(params SlowAtCost[] costs) =>
        new(new DateOnly(2024, 1, 1), new DateOnly(2024, 5, 20), 100, 40, 0.01, 0, [new SlowContender("score", 0.01, 1, 0.01, 0.1, 5, costs, 0.5)]);

    private static SlowAtCost At(double bps, double lower) =>
        new(bps, 0.01, new ConfidenceInterval(lower + 0.5, lower, lower + 1, 0.95), 1, 1, 0, null);
}
