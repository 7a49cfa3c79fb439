using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public sealed class HoldingRuleTests
{
    [Test]
    public void FromCash_TheFirstKEnter() => Assert.That(Decide([0, 0, 0, 0, 0, 0], 2), Is.EqualTo("BB...."));

    [Test]
    public void AHeldName_StaysUntilItsRankLeavesTwoK()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Decide([0, 0, 0.5, 0.5, 0, 0], 2), Is.EqualTo("..HH.."), "the last place of the buffer");
            Assert.That(Decide([0, 0, 0.5, 0, 0.5, 0], 2), Is.EqualTo("B.H.E."), "one beyond, and the best outsider for it");
        });
    }

    [Test]
    public void AStuckName_KeepsAPlace() => Assert.That(Decide([0, 0, 0, 0], 2, stuck: 1), Is.EqualTo("B..."));

    [Test]
    public void TheTurnoverLimit_ExitsTheFarthestFirst_AndOneAlways()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Decide([0, 0, 0, 0, 0.5, 0.5], 2, maxTurnover: 0.1), Is.EqualTo("B...HE"));
            Assert.That(Decide([0, 0, 0, 0, 0.1, 0.1], 2, maxTurnover: 0.2), Is.EqualTo("BB..EE"));
        });
    }

    [Test]
    public void LongShort_HasBothSides_AndNoNameChangesSidesInADay()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Decide([0, 0, 0, 0, 0, 0], 1, longShort: true), Is.EqualTo("B....S"));
            Assert.That(Decide([-0.5, 0, 0, 0, 0, 0.5], 1, longShort: true), Is.EqualTo("EB..SE"));
        });
    }

    [Test]
    public void Build_IgnoresWhatIsHeld()
    {
        var decisions = new HoldingDecision[5];

        HoldingRule.Build(2, longShort: true, decisions);

        Assert.That(Text(decisions), Is.EqualTo("BB.SS"));
    }

    private static string Decide(double[] weights, int positions, int stuck = 0, bool longShort = false, double maxTurnover = 1)
    {
        var decisions = new HoldingDecision[weights.Length];
        HoldingRule.Decide(weights, stuck, positions, longShort, maxTurnover, decisions);
        return Text(decisions);
    }

    private static string Text(HoldingDecision[] decisions) => string.Concat(decisions.Select(decision => decision switch
    {
        HoldingDecision.Hold => 'H',
        HoldingDecision.Exit => 'E',
        HoldingDecision.Buy => 'B',
        HoldingDecision.SellShort => 'S',
        _ => '.'
    }));
}
