using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class PermutedPortfoliosTests
{
    private static readonly (string Name, IPortfolioRule Rule)[] Rules =
    [
        ("daily", new DailyTopK { TopK = 3 }),
        ("daily, buffer", new DailyTopK { TopK = 3, Buffer = true }),
        ("daily, long-short", new DailyTopK { TopK = 3, LongShort = true }),
        ("rank buffer", new RankBuffer { ScoreDays = 4, MinPositions = 3, MinUniverse = 2 }),
        ("rank buffer, limited turnover", new RankBuffer { ScoreDays = 1, MaxTurnover = 0.3, MinPositions = 3, MinUniverse = 2 }),
        ("rank buffer, long-short", new RankBuffer { ScoreDays = 4, MinPositions = 2, LongShort = true, MinUniverse = 2 }),
        ("rank buffer, fallback at these costs", new RankBuffer { ScoreDays = 4, MinUniverse = 2, ExpectedTurnover = 1 })
    ];

    [Test]
    public void Run_IsTheRuleOnASheetWithPermutedColumns([ValueSource(nameof(RuleNames))] string name, [Values] FillRule fill)
    {
        var (simulator, rule) = (At(SmallMarket.Random(40, 12, seed: 6), fill), Rules.Single(rule => rule.Name == name).Rule);
        var scores = SmallMarket.RandomScores(simulator.Grid, seed: 7);

        var permuted = Permute(simulator, scores, rule, Bps(15), seed: 8, count: 25);

        for (var p = 0; p < 25; p++)
        {
            var expected = simulator.Run(PermutedColumns(scores, simulator.Grid, seed: 8, p), rule, Bps(15));
            Assert.That(permuted.Gross.Returns(p).ToArray(), Is.EqualTo(expected.GrossReturns), $"portfolio {p}");
            Assert.That(permuted.Net.Returns(p).ToArray(), Is.EqualTo(expected.NetReturns), $"portfolio {p}");
        }
    }

    [Test]
    public void Run_WithMissingBars_NeedsABarOfBothNames([Values] FillRule fill, [Values] bool daily)
    {
        // A score is there where its own name has a bar, and is ranked where the new name has one. With an average this would need the average of the day.
        var simulator = At(SmallMarket.Random(40, 12, seed: 6, gaps: 0.2), fill);
        IPortfolioRule rule = daily ? new DailyTopK { TopK = 3, Buffer = true } : new RankBuffer { ScoreDays = 1, MinPositions = 3, MinUniverse = 2 };
        var scores = SmallMarket.RandomScores(simulator.Grid, seed: 7, silent: 0.1);

        var permuted = Permute(simulator, scores, rule, Bps(15), seed: 8, count: 25);

        for (var p = 0; p < 25; p++)
        {
            var expected = simulator.Run(PermutedColumns(scores, simulator.Grid, seed: 8, p), rule, Bps(15));
            Assert.That(permuted.Gross.Returns(p).ToArray(), Is.EqualTo(expected.GrossReturns), $"portfolio {p}");
            Assert.That(permuted.Net.Returns(p).ToArray(), Is.EqualTo(expected.NetReturns), $"portfolio {p}");
        }
    }

    [Test]
    public void Run_AnyNumberOfThreads_SameReturns([ValueSource(nameof(RuleNames))] string name)
    {
        var (simulator, rule) = (At(SmallMarket.Random(40, 12, seed: 6, gaps: 0.1)), Rules.Single(rule => rule.Name == name).Rule);
        PortfolioSet Net(int threads, int count) =>
            Permute(simulator, SmallMarket.RandomScores(simulator.Grid, seed: 7), rule, Bps(15), seed: 8, count, threads).Net;

        var (one, four, few) = (Net(1, 40), Net(4, 40), Net(1, 3));

        for (var p = 0; p < 40; p++)
            Assert.That(four.Returns(p).ToArray(), Is.EqualTo(one.Returns(p).ToArray()), $"portfolio {p}");
        Assert.That(few.Returns(2).ToArray(), Is.EqualTo(one.Returns(2).ToArray()), "whatever else is drawn");
    }

    [Test]
    public void Run_PricesThatStandStill_HaveTheModelsCostsToTheBit()
    {
        // Without drift the turnover, and with it the cost, depends on the picks alone.
        double[][] flat = [.. Enumerable.Range(0, 30).Select(_ => Enumerable.Repeat(10.0, 12).ToArray())];
        var grid = SmallMarket.Grid(flat);
        var (simulator, scores, rule, costs) = (At(grid), SmallMarket.RandomScores(grid, seed: 1), new DailyTopK { TopK = 3 }, Bps(20));
        var model = simulator.Run(scores, rule, costs);

        var permuted = Permute(simulator, scores, rule, costs, seed: 1, count: 20);

        Assert.That(model.MeanTurnover, Is.InRange(0.2, 0.99), "or there is nothing to compare");
        for (var p = 0; p < 20; p++)
            Assert.That(permuted.Net.Returns(p).ToArray(), Is.EqualTo(model.NetReturns));
    }

    [Test]
    public void Run_MovingPrices_KeepTheModelsTurnoverUpToDrift()
    {
        var grid = SmallMarket.Random(250, 40, seed: 2);
        var simulator = At(grid);
        var model = simulator.Run(PersistentScores(grid), new DailyTopK(), Bps(100));

        var permuted = Permute(simulator, PersistentScores(grid), new DailyTopK(), Bps(100), seed: 1, count: 50);

        // Cost per day = 1 - (1 + net) / (1 + gross) = 1 % of what is traded.
        var own = model.Costs.Average();
        for (var p = 0; p < 50; p++)
        {
            var cost = permuted.Net.Returns(p).ToArray().Zip(permuted.Gross.Returns(p).ToArray(), (net, gross) => 1 - (1 + net) / (1 + gross)).Average();
            Assert.That(cost, Is.EqualTo(own).Within(0.05 * own));
        }
    }

    [Test]
    public void Run_EachNameBecomesOneOther_OnAllDays()
    {
        // Name i gains (i + 1) % on every day it is held, so a portfolio of one tells its name by its return.
        const int Names = 6;
        double[][] rows = [.. Enumerable.Range(0, 25).Select(day => Enumerable.Range(0, Names).Select(i => Math.Pow(1 + (i + 1) / 100.0, day)).ToArray())];
        var grid = SmallMarket.Grid(rows);
        var (simulator, scores, rule) = (At(grid), SmallMarket.RandomScores(grid, seed: 3), new DailyTopK { TopK = 1 });
        var model = simulator.Run(scores, rule, ProportionalCosts.None);
        var permuted = Permute(simulator, scores, rule, ProportionalCosts.None, seed: 5, count: 200).Gross;

        var seen = new HashSet<(int, int)>();
        for (var p = 0; p < 200; p++)
        {
            var renamed = permuted.Returns(p).ToArray().Select(value => (int)Math.Round(value * 100) - 1).ToArray();
            var pairs = model.Holdings.Select((day, d) => (From: day[0].Instrument, To: renamed[d])).Distinct().ToArray();
            Assert.That(pairs.Select(pair => pair.From), Is.Unique, "one new name for each");
            Assert.That(pairs.Select(pair => pair.To), Is.Unique, "no new name twice");
            seen.UnionWith(pairs);
        }

        Assert.That(seen, Has.Count.EqualTo(Names * Names), "over many portfolios each becomes each");
    }

    [Test]
    public void Run_NamesWithoutABar_LeaveTheRanking()
    {
        // D, E and F never trade; A is up by 10 %, B by 20 % and C by 40 %. Whichever of them carry a score that is ranked get a third each.
        var grid = SmallMarket.Grid([[100, 100, 100, 0, 0, 0], [110, 120, 140, 0, 0, 0]]);
        var simulator = At(grid);
        var scores = SmallMarket.Scores(grid, [0.9, 0.8, 0.7, 0, 0, 0]);

        var permuted = Permute(simulator, scores, new DailyTopK { TopK = 3 }, ProportionalCosts.None, seed: 1, count: 400).Gross;

        var seen = Enumerable.Range(0, 400).Select(p => Math.Round(permuted.Returns(p)[0], 12)).Distinct().Order().ToArray();
        double[] expected = [.. new[] { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7 }.Select(sum => Math.Round(sum / 3, 12))];
        Assert.That(seen, Is.EqualTo(expected), "none, each alone, each pair, and all three");
    }

    [Test]
    public void Run_HaltedReplacement_KeepsItsSlot()
    {
        // S000 and S001 trade throughout and are held throughout, so a permuted portfolio holds two names throughout, whatever pauses between the first and last day.
        const int Names = 6;
        const int Days = 40;
        var full = SmallMarket.Random(Days, Names, seed: 3);
        var gaps = SmallMarket.Random(Days, Names, seed: 3, gaps: 0.3);
        var close = full.Close.ToArray();
        for (var cell = Names; cell < close.Length - Names; cell++)
            close[cell] = cell % Names < 2 ? close[cell] : gaps.Close[cell];
        var grid = MarketGrid.FromArrays([.. full.Instruments], [.. full.Days], close);
        var (simulator, rule) = (At(grid), new DailyTopK { TopK = 2 });
        double[] Hold(int one, int other) => simulator.Run(Always(grid, one, other), rule, ProportionalCosts.None).GrossReturns;
        var pairs = Enumerable.Range(0, Names).SelectMany(i => Enumerable.Range(i + 1, Names - i - 1).Select(j => Hold(i, j))).ToArray();

        var permuted = Permute(simulator, Always(grid, 0, 1), rule, ProportionalCosts.None, seed: 1, count: 30).Gross;

        for (var p = 0; p < 30; p++)
        {
            var path = permuted.Returns(p).ToArray();
            var nearest = pairs.Min(pair => pair.Zip(path, (x, y) => Math.Abs(x - y)).Max());
            Assert.That(nearest, Is.LessThan(1e-12), $"portfolio {p}");
        }
    }

    [Test]
    public void Percentile_OfAPortfolioWhoseNamesDoNotMatter_IsUniform([Values] bool net, [Values] bool daily)
    {
        // Returns are exchangeable between names and the model holds on to its picks: of 19 permuted portfolios none is special.
        const int Trials = 2000;
        IPortfolioRule rule = daily ? new DailyTopK { TopK = 2 } : new RankBuffer { ScoreDays = 2, MinPositions = 2, HoldFraction = 0.1, MinUniverse = 2 };
        var counts = new int[20];
        for (var trial = 0; trial < Trials; trial++)
        {
            var grid = SmallMarket.Random(12, 12, trial);
            var simulator = At(grid);
            var model = simulator.Run(PersistentScores(grid), rule, Bps(10));
            var set = Permute(simulator, PersistentScores(grid), rule, Bps(10), trial, count: 19, threads: 1);
            var percentile = net
                ? set.Net.PercentileOf(PaperMetrics.SharpeOf(model.NetReturns))
                : set.Gross.PercentileOf(PaperMetrics.SharpeOf(model.GrossReturns));

            // A permutation that happens to keep the portfolio's names ties with it: such a half goes down by the coin of the trial.
            counts[(int)Math.Floor(percentile * 19 + (trial % 2 == 0 ? 0.5 : 0.4999))]++;
        }

        Assert.That(ChiSquare.OfUniform(counts), Is.LessThan(ChiSquare.Limit19));
    }

    [Test]
    public void Percentile_OfAPortfolioThatKnowsTheFuture_IsOne()
    {
        var grid = SmallMarket.Random(60, 20, seed: 8);
        var scores = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount - 1; day++)
        {
            for (var i = 0; i < 20; i++)
                scores[day, i] = grid.Close[(day + 1) * 20 + i] > grid.Close[day * 20 + i] ? 0.9 : 0.1;
        }

        var simulator = At(grid);
        var model = simulator.Run(scores, new DailyTopK(), ProportionalCosts.None);

        var set = Permute(simulator, scores, new DailyTopK(), ProportionalCosts.None, seed: 1, count: 200);

        Assert.That(set.Gross.PercentileOf(PaperMetrics.SharpeOf(model.GrossReturns)), Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Run_NoPortfolios_Throws(int count)
    {
        var grid = SmallMarket.Random(10, 5, seed: 1);

        Assert.That(
            () => Permute(At(grid), SmallMarket.RandomScores(grid, 1), new DailyTopK(), ProportionalCosts.None, 1, count),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static ScoreSheet Always(MarketGrid grid, int one, int other)
    {
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
            (sheet[day, one], sheet[day, other]) = (0.9, 0.9);
        return sheet;
    }

    /// <summary>Scores that change slowly, so that picks are held for some days.</summary>
    private static ScoreSheet PersistentScores(MarketGrid grid)
    {
        var fresh = SmallMarket.RandomScores(grid, seed: 7);
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < grid.InstrumentCount; i++)
                sheet[day, i] = day == 0 ? fresh[0, i] : 0.8 * sheet[day - 1, i] + 0.2 * fresh[day, i];
        }

        return sheet;
    }

    private static Simulator At(MarketGrid grid, FillRule fill = FillRule.Close) => new(grid, SmallMarket.All(grid), fill);

    private static IEnumerable<string> RuleNames() => Rules.Select(rule => rule.Name);

    /// <summary>Brute force: the sheet under the names of permutation <paramref name="p"/>, without the scores of names that have no bar.</summary>
    private static ScoreSheet PermutedColumns(ScoreSheet scores, MarketGrid grid, long seed, int p)
    {
        int[] names = [.. Enumerable.Range(0, grid.InstrumentCount)];
        new KeyedRandom(seed, RandomPurpose.PermutedPortfolios, p).Shuffle<int>(names);
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < names.Length; i++)
                sheet[day, names[i]] = grid.Has(day, i) ? scores[day, i] : double.NaN;
        }

        return sheet;
    }

    private static ProportionalCosts Bps(double costBps) => new() { Bps = costBps };

    private static PermutedResult Permute(
        Simulator simulator, ScoreSheet scores, IPortfolioRule rule, ICostModel costs, long seed, int count, int threads = 2) =>
        PermutedPortfolios.Run(simulator, simulator.Rank(scores, new RuleTimeline(rule)), costs, seed, count, threads);
}
