using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
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

    [Test]
    public void Run_NextOpenFill_EntersAtTheOpen_AndAnOrderWithoutABarLapses()
    {
        // Decided on day 0, filled at the open of day 1, on which B has no bar: its half stays in cash. On day 1 it is halted, and C is scored in its place.
        var grid = SmallMarket.Grid(
            close: [[100, 100, 100, 100], [110, 0, 100, 100], [110, 100, 100, 100], [110, 100, 100, 100]],
            open: [[90, 100, 100, 100], [100, 0, 100, 100], [120, 100, 100, 100], [120, 100, 110, 100]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.8, 0.2, 0.1], [0.9, 0, 0.8, 0.1]);

        var result = Simulator.Run(grid, scores, new EvaluationSpan(0, 2), Rule, SmallMarket.Terms(10, FillRule.NextOpen));

        Assert.Multiple(() =>
        {
            Assert.That(result.Holdings[0], Is.EqualTo(new[] { new Holding(0, 1, 0.5), new Holding(1, 2, 0) }));
            Assert.That(result.GrossReturns[0], Is.EqualTo(0.5 * 0.2).Within(1e-12), "from the open of 100 to that of 120");
            Assert.That(result.Costs[0], Is.EqualTo(0.0005).Within(1e-15));
            Assert.That(result.Holdings[1].Select(holding => (holding.Instrument, holding.Rank)), Is.EqualTo(new[] { (0, 1), (2, 2) }));
            Assert.That(result.Holdings[1].Select(holding => holding.PortfolioWeight), Is.EqualTo(new[] { 0.6 / 1.1, 0.5 / 1.1 }).Within(1e-12), "A drifts, C takes the cash");
            Assert.That(result.GrossReturns[1], Is.EqualTo(0.5 / 1.1 * 0.1).Within(1e-12));
        });
    }

    [Test]
    public void Run_ADelistedName_IsSoldAtItsLastClose_AndItsPlaceIsFreeTheDayAfter()
    {
        // B has its last bar on day 1, 20 % lower. On day 2 it has no bar: it keeps its place and is sold, 0.4 of 0.9; on day 3 these go to C.
        var grid = SmallMarket.Grid([[100, 100, 100, 100], [100, 80, 100, 100], [100, 0, 100, 100], [100, 0, 150, 100], [100, 0, 180, 100]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.8, 0.2, 0.1], [0.9, 0.8, 0.2, 0.1], [0.9, 0, 0.2, 0.1], [0.9, 0, 0.2, 0.1]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), Rule, SmallMarket.Terms(10));

        Assert.Multiple(() =>
        {
            Assert.That(result.GrossReturns, Is.EqualTo(new[] { -0.1, 0, 0, 0.2 * 0.4 / 0.9 }).Within(1e-12));
            Assert.That(result.Traded, Is.EqualTo(new[] { 1, 0, 0.4 / 0.9, 0.4 / 0.9 }).Within(1e-12));
            Assert.That(result.Costs[2], Is.EqualTo(0.0004 / 0.9).Within(1e-15));
            Assert.That(result.Holdings[2].Select(holding => holding.Instrument), Is.EqualTo(new[] { 0 }));
            Assert.That(result.Holdings[3].Select(holding => holding.Instrument), Is.EqualTo(new[] { 0, 2 }));
        });
    }

    [Test]
    public void Run_RanksGoByAveragedScores()
    {
        // Span 3: a score one day older counts half. B leads on the day itself, C over both days: 0.75 x 2 / 3 + 0.95 / 3 against 0.8 x 2 / 3 + 0.05 / 3.
        var grid = SmallMarket.Grid([[100, 100, 100], [100, 100, 100], [100, 100, 100]]);
        var scores = SmallMarket.Scores(grid, [0.1, 0.05, 0.95], [0.2, 0.8, 0.75]);

        var result = Simulator.Run(grid, scores, new EvaluationSpan(1, 1), Rule with { ScoreDays = 3, MinPositions = 1, MinUniverse = 2 }, new TradingTerms());

        Assert.That(result.Holdings[0], Is.EqualTo(new[] { new Holding(2, 1, 1) }));
    }

    private static readonly (string Name, RankBuffer Rule)[] Rules =
    [
        ("plain", new RankBuffer { ScoreDays = 1, MinPositions = 3, MinUniverse = 2 }),
        ("averaged", new RankBuffer { ScoreDays = 4, MinPositions = 3, MinUniverse = 2 }),
        ("limited turnover", new RankBuffer { ScoreDays = 1, MinPositions = 5, MaxTurnover = 0.25, MinUniverse = 2 }),
        ("long-short", new RankBuffer { ScoreDays = 2, MinPositions = 3, LongShort = true, MinUniverse = 2 }),
        ("long-short, limited turnover", new RankBuffer { ScoreDays = 1, MinPositions = 2, LongShort = true, MaxTurnover = 0.2, MinUniverse = 2 }),
        ("fallback now and then", new RankBuffer { ScoreDays = 2, MinPositions = 3, MinUniverse = 12 }),
        ("long-short, fallback now and then", new RankBuffer { ScoreDays = 2, MinPositions = 3, LongShort = true, MinUniverse = 12 }),
        ("fallback throughout", new RankBuffer { MinUniverse = 2, ExpectedTurnover = 1 })
    ];

    [Test]
    public void Run_IsThePlainDefinition([ValueSource(nameof(RuleNames))] string name, [Values] FillRule fill, [Values(0, 0.12)] double gaps)
    {
        var rule = Rules.Single(one => one.Name == name).Rule;
        var grid = SmallMarket.Random(90, 14, seed: 41, gaps);
        var scores = SmallMarket.RandomScores(grid, seed: 42, silent: 0.1);
        var span = new EvaluationSpan(4, 85);

        var result = Simulator.Run(grid, scores, span, rule, SmallMarket.Terms(20, fill));

        var expected = new RankBufferOracle(grid, scores, _ => rule, fill, 20).Run(span).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(result.GrossReturns, Is.EqualTo(expected.Select(day => day.Gross)).Within(1e-12));
            Assert.That(result.NetReturns, Is.EqualTo(expected.Select(day => day.Net)).Within(1e-12));
            Assert.That(result.Traded, Is.EqualTo(expected.Select(day => day.Traded)).Within(1e-12));
            Assert.That(result.Turnover, Is.EqualTo(expected.Select(day => Math.Max(day.Bought, day.Traded - day.Bought))).Within(1e-12));
            Assert.That(result.FallbackDays, name.Contains("now and then") ? Is.InRange(8, 77) : Is.EqualTo(name.Contains("throughout") ? 85 : 0));
        });
    }

    private static IEnumerable<string> RuleNames() => Rules.Select(rule => rule.Name);
}
