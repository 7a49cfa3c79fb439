using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class SimulatorRankBufferTests
{
    // Small enough to work out by hand: two names held, no averaging, no fallback.
    private static readonly RankBuffer Rule = new() { ScoreDays = 1, MinPositions = 2, HoldFraction = 0.01, MinUniverse = 2 };

    [Test]
    public void Run_HeldNamesDrift_AndAreNotTraded()
    {
        var grid = SmallMarket.Grid([[100, 100, 100, 100], [200, 100, 100, 100], [400, 100, 100, 100]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.8, 0.2, 0.1], [0.9, 0.8, 0.2, 0.1]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), Rule, new TradingTerms());

        Assert.Multiple(() =>
        {
            Assert.That(result.Turnover, Is.EqualTo(new[] { 1.0, 0.0 }));
            Assert.That(result.GrossReturns[0], Is.EqualTo(0.5));
            Assert.That(result.GrossReturns[1], Is.EqualTo(2.0 / 3).Within(1e-12), "A has drifted to two thirds of the portfolio");
        });
    }

    [Test]
    public void Run_Exit_FreesItsValueForTheEntry()
    {
        // B falls out of 2k = 4 on day 1; A has doubled meanwhile, so that E gets B's third.
        var grid = SmallMarket.Grid([[100, 100, 100, 100, 100], [200, 100, 100, 100, 100], [200, 100, 100, 100, 100], [200, 100, 100, 100, 100]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.8, 0.3, 0.2, 0.1], [0.9, 0.1, 0.3, 0.2, 0.8], [0.9, 0.1, 0.3, 0.2, 0.8]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), Rule, new TradingTerms());

        Assert.Multiple(() =>
        {
            Assert.That(result.Holdings[1].Select(holding => holding.Instrument), Is.EqualTo(new[] { 0, 4 }));
            Assert.That(result.Holdings[1].Select(holding => holding.PortfolioWeight), Is.EqualTo(new[] { 2.0 / 3, 1.0 / 3 }).Within(1e-12));
            Assert.That(result.Turnover[1], Is.EqualTo(1.0 / 3).Within(1e-12));
            Assert.That(result.Turnover[2], Is.Zero);
        });
    }

    [Test]
    public void Run_Costs_AreChargedOnTradesAlone()
    {
        var grid = SmallMarket.Grid([[100, 100, 100], [100, 100, 100], [100, 100, 100]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.8, 0.1], [0.9, 0.8, 0.1]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), Rule, SmallMarket.Terms(10));

        Assert.That(result.NetReturns, Is.EqualTo(new[] { -0.001, 0 }).Within(1e-15));
    }

    [Test]
    public void Run_SmallerUniverseThanTheMinimum_IsOneOverN_AndSaysWhy()
    {
        var grid = SmallMarket.Random(30, 10, seed: 1);
        var rule = new RankBuffer { MinUniverse = 11 };

        var simulation = Simulator.Run(grid, SmallMarket.RandomScores(grid, 1), SmallMarket.All(grid), rule, new TradingTerms());

        Assert.Multiple(() =>
        {
            Assert.That(simulation.FallbackDays, Is.EqualTo(simulation.Days.Length));
            Assert.That(simulation.Fallbacks[0], Does.Contain("10 names").And.Contain("11"));
            Assert.That(simulation.Holdings[0].Select(holding => holding.PortfolioWeight), Is.All.EqualTo(0.1).Within(1e-12));
            Assert.That(simulation.Turnover.Skip(1), Is.All.Zero.Within(1e-12));
        });
    }

    [Test]
    public void Run_ExpectedCostAboveTheLimit_IsOneOverN()
    {
        var grid = SmallMarket.Random(30, 50, seed: 1);
        var rule = new RankBuffer { ExpectedTurnover = 0.1 };

        var cheap = Simulator.Run(grid, SmallMarket.RandomScores(grid, 1), SmallMarket.All(grid), rule, SmallMarket.Terms(5));
        var dear = Simulator.Run(grid, SmallMarket.RandomScores(grid, 1), SmallMarket.All(grid), rule, SmallMarket.Terms(20));

        Assert.That(cheap.Fallbacks, Is.All.Null);
        Assert.That(dear.Fallbacks[0], Does.Contain("10.1 % a year"));
    }

    [Test]
    public void Run_EndOfAFallback_BuildsThePortfolioAnew()
    {
        var grid = SmallMarket.Random(20, 8, seed: 2);
        var scores = SmallMarket.RandomScores(grid, 3);
        for (var day = 0; day < 5; day++)
            for (var i = 0; i < 4; i++)
                scores[day, i] = double.NaN;

        var simulation = Simulator.Run(grid, scores, SmallMarket.All(grid), Rule with { MinUniverse = 8 }, new TradingTerms());

        Assert.Multiple(() =>
        {
            Assert.That(simulation.FallbackDays, Is.EqualTo(5));
            Assert.That(simulation.Holdings[4], Has.Length.EqualTo(8));
            Assert.That(simulation.Holdings[5].Select(holding => holding.PortfolioWeight), Is.EqualTo(new[] { 0.5, 0.5 }).Within(1e-12));
        });
    }

    [Test]
    public void Run_LongShort_HoldsHalfTheMoneyOnEachSide()
    {
        var grid = SmallMarket.Grid([[100, 100, 100, 100], [110, 100, 100, 90], [110, 100, 100, 90]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.6, 0.4, 0.1], [0.9, 0.6, 0.4, 0.1]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), Rule with { MinPositions = 1, LongShort = true }, new TradingTerms());

        Assert.That(result.Holdings[0].Select(holding => (holding.Instrument, holding.PortfolioWeight)), Is.EqualTo(new[] { (0, 0.5), (3, -0.5) }));
        Assert.That(result.GrossReturns[0], Is.EqualTo(0.1).Within(1e-12));
    }

    [Test]
    public void Run_AHaltedName_KeepsItsPlace_AndEarnsNothing()
    {
        var grid = SmallMarket.Grid([[100, 100, 100, 100, 100, 100], [0, 100, 100, 100, 100, 100], [100, 100, 100, 100, 100, 100], [100, 100, 100, 100, 100, 100]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.8, 0.3, 0.2, 0.1, 0.05], [0, 0.8, 0.3, 0.2, 0.1, 0.05], [0.9, 0.8, 0.3, 0.2, 0.1, 0.05]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), Rule, new TradingTerms());

        Assert.That(result.Turnover.Skip(1), Is.All.Zero);
    }
}
