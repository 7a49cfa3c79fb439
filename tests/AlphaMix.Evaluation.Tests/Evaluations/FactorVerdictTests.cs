namespace AlphaMix.Evaluation.Tests.Evaluations;

/// <summary>A small, fixed part of <see cref="FactorVerdictTable"/>.</summary>
public class FactorVerdictTests
{
    // The seeds are fixed: 4 and 9 of 20 without the test of alpha, 0 and 2 with it.
    [TestCase(false, 2, 0)]
    [TestCase(true, 6, 2)]
    public void ScoresThatKnowPricedFactors_LookLikeAnEdge_UntilAlphaIsTested(bool isPractical, int without, int with)
    {
        var judged = Enumerable.Range(0, 20).Select(market => FactorMarkets.Judge(market, premium: 0.15, exposed: true, isPractical)).ToArray();

        Assert.That(judged.Count(one => one.WithoutAlpha), Is.AtLeast(without), "the factors would be called an edge");
        Assert.That(judged.Count(one => one.Edge), Is.AtMost(with));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void ScoresThatKnowNothing_AreNoEdge(bool isPractical)
    {
        var judged = Enumerable.Range(0, 10).Select(market => FactorMarkets.Judge(market, premium: 0, exposed: false, isPractical));

        Assert.That(judged.Count(one => one.Edge), Is.Zero);
    }
}
