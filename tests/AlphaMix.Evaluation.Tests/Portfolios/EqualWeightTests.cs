using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class EqualWeightTests
{
    [Test]
    public void Run_HoldsEveryNameWithABar()
    {
        var grid = SmallMarket.Grid([[100, 100, 0], [110, 80, 10], [110, 80, 13]]);

        var result = new Simulator(grid, SmallMarket.All(grid), FillRule.Close).RunEqualWeight(new ProportionalCosts { Bps = 10 });

        Assert.Multiple(() =>
        {
            Assert.That(result.GrossReturns, Is.EqualTo(new[] { -0.05, 0.1 }).Within(1e-14));
            Assert.That(result.Holdings[1].Select(holding => holding.PortfolioWeight), Is.All.EqualTo(1 / 3.0));
            Assert.That(result.Costs[0], Is.EqualTo(0.001).Within(1e-14));
        });
    }

    /// <summary>The calibration row of the paper's US market: 84 stocks, raw closes, the authors' 253 days.</summary>
    [Test]
    public void Run_OnThePapersUsStocks_GivesTheKnownNumbers()
    {
        var grid = Acl18Closes.Load();
        var span = grid.Span(Acl18Closes.TestDays.From, Acl18Closes.TestDays.To);

        var metrics = PaperMetrics.From(new Simulator(grid, span, FillRule.Close).RunEqualWeight(ProportionalCosts.None).GrossReturns);

        Assert.Multiple(() =>
        {
            Assert.That(grid.InstrumentCount, Is.EqualTo(84));
            Assert.That(span.Count, Is.EqualTo(253));
            Assert.That(metrics.TotalReturn, Is.EqualTo(15.3).Within(0.05));
            Assert.That(metrics.SharpeRatio, Is.EqualTo(1.99).Within(0.005));
            Assert.That(metrics.CalmarRatio, Is.EqualTo(3.84).Within(0.005));
            Assert.That(metrics.SortinoRatio, Is.EqualTo(2.51).Within(0.005));
            Assert.That(metrics.Volatility, Is.EqualTo(0.48).Within(0.005));
            Assert.That(metrics.DownsideDeviation, Is.EqualTo(0.38).Within(0.005));
            Assert.That(metrics.MaxDrawdown, Is.EqualTo(3.99).Within(0.005));
        });
    }
}
