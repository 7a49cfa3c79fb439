using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class SimulatorTests
{
    private const double Exact = 1e-14;

    private static readonly TradingTerms Free = new();
    private static readonly DailyTopK OneName = new() { TopK = 1 };
    private static readonly DailyTopK TwoNames = new() { TopK = 2 };

    [Test]
    public void Run_CloseFill_EarnsTheMeanOfThePicksNextReturns()
    {
        var grid = SmallMarket.Grid([[100, 100, 100], [110, 90, 130], [99, 99, 117]]);
        var scores = SmallMarket.Scores(grid, [0.6, 0.4, 0.7], [0.1, 0.9, 0.5]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), TwoNames, Free);

        Assert.Multiple(() =>
        {
            Assert.That(result.GrossReturns[0], Is.EqualTo((0.10 + 0.30) / 2).Within(Exact), "A and C");
            Assert.That(result.GrossReturns[1], Is.EqualTo((0.10 - 0.10) / 2).Within(Exact), "B and C");
            Assert.That(Names(result, 0), Is.EqualTo("C1 A2"));
            Assert.That(Names(result, 1), Is.EqualTo("B1 C2"));
            Assert.That(result.Days, Is.EqualTo(new[] { SmallMarket.Day(0), SmallMarket.Day(1) }));
        });
    }

    [Test]
    public void Run_NextOpenFill_EarnsFromOpenToOpen_AndTheLastDayToItsClose()
    {
        var grid = SmallMarket.Grid(close: [[100], [200], [250]], open: [[90], [120], [150]]);
        var scores = SmallMarket.Scores(grid, [0.6], [0.6]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), OneName, SmallMarket.Terms(fill: FillRule.NextOpen));

        Assert.Multiple(() =>
        {
            Assert.That(result.GrossReturns[0], Is.EqualTo(150.0 / 120 - 1).Within(Exact));
            Assert.That(result.GrossReturns[1], Is.EqualTo(250.0 / 150 - 1).Within(Exact));
        });
    }

    [Test]
    public void Run_ChangingPricesAfterAFill_ChangesNothingBeforeIt([Values] FillRule fill, [Values] bool buffer)
    {
        const int Days = 40;
        const int Changed = 25;
        var grid = SmallMarket.Random(Days, 12, seed: 5, gaps: 0.1);
        var scores = SmallMarket.RandomScores(grid, seed: 6);
        var (rule, terms) = (new DailyTopK { TopK = 3, Buffer = buffer }, SmallMarket.Terms(10, fill, perShare: 0.01));
        var close = grid.Close.ToArray();
        var open = grid.Open.ToArray();
        for (var cell = Changed * 12; cell < close.Length; cell++)
        {
            close[cell] *= 3;
            open[cell] *= 3;
        }

        var changed = MarketGrid.FromArrays([.. grid.Instruments], [.. grid.Days], close, open);
        var before = Simulator.Run(grid, scores, SmallMarket.All(grid), rule, terms);
        var after = Simulator.Run(changed, scores, SmallMarket.All(grid), rule, terms);

        // The first return that may see day 25 is the one that ends on it; its trades were made before.
        var delay = fill == FillRule.NextOpen ? 2 : 1;
        var last = Changed - delay;
        Assert.Multiple(() =>
        {
            Assert.That(after.GrossReturns[..last], Is.EqualTo(before.GrossReturns[..last]));
            Assert.That(after.NetReturns[..last], Is.EqualTo(before.NetReturns[..last]));
            Assert.That(after.Turnover[..(last + 1)], Is.EqualTo(before.Turnover[..(last + 1)]));
            Assert.That(after.Costs[..(last + 1)], Is.EqualTo(before.Costs[..(last + 1)]));
            Assert.That(after.GrossReturns[last], Is.Not.EqualTo(before.GrossReturns[last]), "the change must be seen where it may");
        });
    }

    [Test]
    public void Run_EqualScores_GoToTheOrdinalKey()
    {
        var grid = SmallMarket.Grid([[1, 1, 1, 1], [1, 1, 1, 1]]);

        var result = Simulator.Run(grid, SmallMarket.Scores(grid, [0.5, 0.5, 0.6, 0.5]), SmallMarket.All(grid), TwoNames, Free);

        Assert.That(Names(result, 0), Is.EqualTo("C1 A2"));
    }

    [Test]
    public void Run_FewerScoredThanK_HoldsOneInKOfEach_AndNoneIsCash()
    {
        var grid = SmallMarket.Grid([[100, 100], [110, 120], [121, 144]]);

        var result = Simulator.Run(grid, SmallMarket.Scores(grid, [0.6, 0], [0, 0]), SmallMarket.All(grid), TwoNames, Free);

        Assert.Multiple(() =>
        {
            Assert.That(result.Holdings[0], Is.EqualTo(new[] { new Holding(0, 1, 0.5) }), "half the money for one of two names");
            Assert.That(result.GrossReturns[0], Is.EqualTo(0.05).Within(Exact));
            Assert.That(result.Holdings[1], Is.Empty);
            Assert.That(result.GrossReturns[1], Is.Zero);
            Assert.That(result.Turnover[1], Is.EqualTo(0.55 / 1.05).Within(Exact), "all was sold");
        });
    }

    [Test]
    public void Run_HaltedName_IsKeptAtZeroReturn_AndEarnsItsWholeReturnAtItsNextBar()
    {
        // A is bought on day 0, pauses on days 1 and 2, and comes back 20 % lower; B is flat. The sell signal of day 1 cannot be executed.
        var grid = SmallMarket.Grid([[100, 50], [0, 50], [0, 50], [80, 50], [80, 50]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0], [0.9, 0.8], [0.9, 0.8], [0.1, 0.8]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), OneName, Free);

        Assert.Multiple(() =>
        {
            Assert.That(result.GrossReturns, Is.EqualTo(new[] { 0, 0, -0.2, 0 }).Within(Exact));
            Assert.That(result.Holdings[1], Is.EqualTo(new[] { new Holding(0, 0, 1) }), "kept, without a rank");
            Assert.That(Names(result, 3), Is.EqualTo("B1"));
            Assert.That(result.Turnover, Is.EqualTo(new[] { 1.0, 0, 0, 1 }).Within(Exact));
        });
    }

    [Test]
    public void Run_HaltedName_KeepsItsSlot_AndTheOthersShareTheRest()
    {
        // A rises to 150 before it pauses on day 2, so it weighs 150 / 250 then; C is the only slot left.
        var grid = SmallMarket.Grid([[100, 100, 100], [150, 100, 100], [0, 100, 100], [150, 100, 110], [150, 100, 110]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.8, 0.1], [0.9, 0.8, 0.1], [0.9, 0.1, 0.8], [0.9, 0.1, 0.8]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), TwoNames, Free);

        Assert.Multiple(() =>
        {
            Assert.That(result.Holdings[2], Is.EqualTo(new[] { new Holding(0, 0, 0.5), new Holding(2, 1, 0.5) }));
            Assert.That(result.GrossReturns[2], Is.EqualTo(0.05).Within(Exact));
            Assert.That(result.Turnover[1], Is.EqualTo(0.6 - 0.5).Within(Exact), "drifted to 60:40, back to equal");
        });
    }

    [Test]
    public void Run_DelistedName_IsSoldAtItsLastPriceTheNextDay([Values] FillRule fill)
    {
        var grid = SmallMarket.Grid(
            close: [[100, 100], [100, 100], [70, 100], [0, 100], [0, 110], [0, 121]],
            open: [[100, 100], [100, 100], [80, 100], [0, 100], [0, 110], [0, 121]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.1], [0.9, 0.1], [0.9, 0.1], [0, 0.5], [0, 0.5]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), OneName, SmallMarket.Terms(fill: fill));

        // Fill at the open: bought at 100 on day 1, valued at the open 80 of day 2, then at the last close 70, and out.
        double[] expected = fill == FillRule.Close ? [0, -0.3, 0, 0.1, 0.1] : [-0.2, -0.125, 0, 0.1, 0];
        Assert.That(result.GrossReturns, Is.EqualTo(expected).Within(Exact));
    }

    [Test]
    public void Run_NextOpenOrderForANameWithoutABar_Lapses()
    {
        var grid = SmallMarket.Grid([[100, 100], [0, 100], [200, 110], [200, 110]]);

        var result = Simulator.Run(
            grid, SmallMarket.Scores(grid, [0.9, 0.8]), new EvaluationSpan(0, 1), TwoNames, SmallMarket.Terms(fill: FillRule.NextOpen));

        Assert.Multiple(() =>
        {
            Assert.That(result.Holdings[0], Is.EqualTo(new[] { new Holding(0, 1, 0), new Holding(1, 2, 0.5) }));
            Assert.That(result.GrossReturns[0], Is.EqualTo(0.05).Within(Exact), "half is cash");
        });
    }

    [Test]
    public void Run_CostBps_AreChargedOnEveryTradedSide()
    {
        var grid = SmallMarket.Grid([[100, 100], [110, 100], [110, 120]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.1], [0.1, 0.9]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), OneName, SmallMarket.Terms(5));

        Assert.Multiple(() =>
        {
            Assert.That(result.Costs, Is.EqualTo(new[] { 0.0005, 0.0010 }).Within(Exact), "bought; sold and bought");
            Assert.That(result.NetReturns[0], Is.EqualTo((1 - 0.0005) * 1.10 - 1).Within(Exact));
            Assert.That(result.NetReturns[1], Is.EqualTo((1 - 0.0010) * 1.20 - 1).Within(Exact));
            Assert.That(result.MeanTurnover, Is.EqualTo(1), "the first purchase is left out, the switch is all");
        });
    }

    [Test]
    public void Run_CostPerShare_CountsSharesAtThePriceAsTraded()
    {
        // Adjusted 25 = traded 50 x scale 0.5: one unit of money buys 1/50 share.
        var grid = SmallMarket.Grid([[25], [25]], scale: [[0.5], [0.5]]);

        var result = Simulator.Run(grid, SmallMarket.Scores(grid, [0.9]), SmallMarket.All(grid), OneName, SmallMarket.Terms(perShare: 0.01));

        Assert.That(result.Costs[0], Is.EqualTo(0.01 / 50).Within(Exact));
    }

    [Test]
    public void Run_HoldingBuffer_KeepsANameUntilItsRankLeavesTwoK()
    {
        double[][] flat = [[1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1]];
        var grid = SmallMarket.Grid(flat);
        var scores = SmallMarket.Scores(grid, [0.9, 0.5, 0.1], [0.5, 0.9, 0.1], [0.1, 0.5, 0.9]);

        var plain = Simulator.Run(grid, scores, SmallMarket.All(grid), OneName, Free);
        var buffered = Simulator.Run(grid, scores, SmallMarket.All(grid), OneName with { Buffer = true }, Free);

        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, 3).Select(day => Names(plain, day)), Is.EqualTo(new[] { "A1", "B1", "C1" }));
            Assert.That(Enumerable.Range(0, 3).Select(day => Names(buffered, day)), Is.EqualTo(new[] { "A1", "A2", "C1" }), "rank 2 stays, rank 3 leaves");
        });
    }

    [Test]
    public void Run_NothingHalted_IsTheMeanOfThePicksReturns_AndTurnoverIsHalfTheWeightChange()
    {
        var grid = SmallMarket.Random(60, 20, seed: 1);
        var result = Simulator.Run(grid, SmallMarket.RandomScores(grid, seed: 2), SmallMarket.All(grid), new DailyTopK(), Free);
        var weights = new double[20];
        for (var day = 0; day < result.Days.Length; day++)
        {
            var picks = result.Holdings[day];
            var mean = picks.Average(pick => Return(grid, day, pick.Instrument));
            var target = new double[20];
            foreach (var pick in picks)
                target[pick.Instrument] = 0.25;
            var cash = 1 - weights.Sum();
            var turnover = (Enumerable.Range(0, 20).Sum(i => Math.Abs(target[i] - weights[i])) + Math.Abs(cash)) / 2;

            Assert.That(result.GrossReturns[day], Is.EqualTo(mean).Within(Exact));
            Assert.That(result.NetReturns[day], Is.EqualTo(result.GrossReturns[day]), "no costs");
            Assert.That(result.Turnover[day], Is.EqualTo(turnover).Within(1e-12));

            for (var i = 0; i < 20; i++)
                weights[i] = target[i] * (1 + Return(grid, day, i)) / (1 + mean);
        }
    }

    [Test]
    public void Run_WeightsNeverExceedTheWhole([Values] FillRule fill, [Values] bool buffer)
    {
        var grid = SmallMarket.Random(200, 10, seed: 3, gaps: 0.3);
        var (rule, terms) = (new DailyTopK { Buffer = buffer }, SmallMarket.Terms(fill: fill));

        var result = Simulator.Run(grid, SmallMarket.RandomScores(grid, seed: 4, silent: 0.2), SmallMarket.All(grid), rule, terms);

        Assert.That(result.Holdings.Max(day => day.Sum(holding => holding.PortfolioWeight)), Is.LessThanOrEqualTo(1 + 1e-12));
        Assert.That(result.Holdings.Any(day => day.Any(holding => holding.Rank == 0)), "some name must have been stuck");
        Assert.That(result.Holdings.All(day => day.Select(holding => holding.Instrument).Distinct().Count() == day.Length));
    }

    [Test]
    public void Run_DecisionOnTheLastDay_Throws()
    {
        var grid = SmallMarket.Grid([[1], [1]]);

        Assert.That(
            () => Simulator.Run(grid, new ScoreSheet(grid), new EvaluationSpan(0, 2), OneName, Free),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("[0, 2)"));
    }

    [Test]
    public void Run_LongShort_SellsTheLowestShort_HalfASide()
    {
        // A gains 10 % and D falls by 20 %; then B is the first and A the last.
        var grid = SmallMarket.Grid([[100, 100, 100, 100], [110, 100, 100, 80], [99, 100, 100, 80]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.6, 0.4, 0.1], [0.1, 0.9, 0.4, 0.6]);

        var result = Simulator.Run(grid, scores, SmallMarket.All(grid), OneName with { LongShort = true }, SmallMarket.Terms(10));

        Assert.Multiple(() =>
        {
            Assert.That(result.Holdings[0], Is.EqualTo(new[] { new Holding(0, 1, 0.5), new Holding(3, 4, -0.5) }));
            Assert.That(result.Holdings[1], Is.EqualTo(new[] { new Holding(1, 1, 0.5), new Holding(0, 4, -0.5) }));
            Assert.That(result.GrossReturns, Is.EqualTo(new[] { 0.15, 0.05 }).Within(Exact));
            Assert.That(result.Costs[0], Is.EqualTo(0.001).Within(Exact), "a half bought, a half sold");

            // A: 0.55 / 1.15 long to 0.5 short; D: 0.4 / 1.15 bought back; B: 0.5 bought.
            Assert.That(result.Traded[1], Is.EqualTo(0.55 / 1.15 + 0.5 + 0.4 / 1.15 + 0.5).Within(Exact));
        });
    }

    [Test]
    public void Run_LongShortWithBuffer_InASmallUniverse_HoldsNoNameOnBothSides()
    {
        // Five names and two a side: the first 2k of the long side and the first 2k of the short side overlap.
        var grid = SmallMarket.Random(60, 5, seed: 12);

        var result = Simulator.Run(
            grid, SmallMarket.RandomScores(grid, seed: 13), SmallMarket.All(grid), new DailyTopK { TopK = 2, Buffer = true, LongShort = true }, Free);

        Assert.Multiple(() =>
        {
            Assert.That(result.Holdings.All(day => day.Select(holding => holding.Instrument).Distinct().Count() == 4));
            Assert.That(result.Holdings.Select(day => day.Count(holding => holding.PortfolioWeight > 0)), Is.All.EqualTo(2));
        });
    }

    private static double Return(MarketGrid grid, int day, int instrument) =>
        grid.Close[(day + 1) * grid.InstrumentCount + instrument] / grid.Close[day * grid.InstrumentCount + instrument] - 1;

    private static string Names(SimulationResult result, int day) =>
        string.Join(' ', result.Holdings[day].Select(holding => $"{(char)('A' + holding.Instrument)}{holding.Rank}"));
}
