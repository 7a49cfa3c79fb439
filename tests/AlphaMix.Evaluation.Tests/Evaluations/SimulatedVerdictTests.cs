namespace AlphaMix.Evaluation.Tests.Evaluations;

/// <summary>A small, fixed part of <see cref="VerdictTable"/>, so that a verdict that cries wolf, or never speaks, fails every test run.</summary>
public class SimulatedVerdictTests
{
    [Test]
    public void NobodyKnowsAnything_NoEdgeInTenMarkets()
    {
        var called = Enumerable.Range(0, 10).Count(market => SimulatedVerdicts.AnyEdge(SimulatedVerdicts.Evaluate(market, 0, factor: true, portfolios: 200), 0.01));

        Assert.That(called, Is.Zero);
    }

    [Test]
    public void AStrongSignal_AnEdgeInEveryMarket()
    {
        var called = Enumerable.Range(0, 5).Count(market => SimulatedVerdicts.AnyEdge(SimulatedVerdicts.Evaluate(market, 0.15, factor: true, portfolios: 200), 0.01));

        Assert.That(called, Is.EqualTo(5));
    }
}
