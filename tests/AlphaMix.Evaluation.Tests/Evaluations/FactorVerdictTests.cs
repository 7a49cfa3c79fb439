namespace AlphaMix.Evaluation.Tests.Evaluations;

/// <summary>A small, fixed part of <see cref="FactorVerdictTable"/>.</summary>
public class FactorVerdictTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void ScoresThatKnowPricedFactors_LookLikeAnEdge_AndAreNone(bool isPractical)
    {
        var judged = Enumerable.Range(0, 10).Select(market => FactorMarkets.Judge(market, premium: 0.15, exposed: true, isPractical)).ToArray();

        Assert.That(judged.Count(one => one.WithoutAlpha), Is.AtLeast(2), "the factors would be called an edge");
        Assert.That(judged.Count(one => one.Edge), Is.Zero);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void ScoresThatKnowNothing_AreNoEdge(bool isPractical)
    {
        var judged = Enumerable.Range(0, 10).Select(market => FactorMarkets.Judge(market, premium: 0, exposed: false, isPractical));

        Assert.That(judged.Count(one => one.Edge), Is.Zero);
    }
}
