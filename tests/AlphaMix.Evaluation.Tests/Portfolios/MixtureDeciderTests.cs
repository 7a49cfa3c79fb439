using AlphaMix.Core.Extensions;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

/// <summary>A portfolio divided among strategies: shares by paper returns up to the day, and what the ledger then holds.</summary>
public class MixtureDeciderTests
{
    private static readonly IStrategyMixture[] Mixtures = [new EqualMixture(), new RecordMixture { HalfLifeDays = 10, Sharpness = 3 }, new LeaderMixture { HalfLifeDays = 5 }];
    private static readonly DailyTopK Daily = new() { TopK = 3 };
    private static readonly RankBuffer Buffer = new() { ScoreDays = 2, MinPositions = 3, HoldFraction = 0.1, MinUniverse = 5 };

    [Test]
    public void Run_IsThePlainDefinition([ValueSource(nameof(Mixtures))] IStrategyMixture mixture, [Values(0, 0.3)] double silentDays)
    {
        var grid = SmallMarket.Random(80, 12, seed: 4);
        ScoreSheet[] sheets = [.. Enumerable.Range(0, 3).Select(s => SilentAtTimes(SmallMarket.RandomScores(grid, 20 + s), silentDays, s))];
        var span = new EvaluationSpan(5, 70);

        var result = new Simulator(grid, span, FillRule.Close).Run(Mix(grid, span, mixture, Daily, sheets), ProportionalCosts.None);

        var expected = new MixtureOracle(grid, mixture, topK: 3, sheets).Run(span).ToArray();
        for (var day = 0; day < span.Count; day++)
        {
            Assert.That(result.Shares[day], Is.EqualTo(expected[day].Shares).Within(1e-12), $"shares of day {day}");
            var held = result.Holdings[day].ToDictionary(holding => holding.Instrument, holding => holding.PortfolioWeight);
            var weights = expected[day].Weights.Where(position => position.Value > 0).ToDictionary();
            Assert.That(held.Keys, Is.EquivalentTo(weights.Keys));
            foreach (var (name, weight) in weights)
                Assert.That(held[name], Is.EqualTo(weight).Within(1e-12), $"day {day}");
        }

        Assert.That(result.Shares.Any(shares => shares.Contains(0)), Is.EqualTo(silentDays > 0 || mixture is LeaderMixture));
    }

    [Test]
    public void Run_ARecordUsesNoLaterPrice_AndTheDaysOwnClose()
    {
        const int Day = 30;
        var (grid, mixture) = (SmallMarket.Random(60, 12, seed: 4), new RecordMixture { HalfLifeDays = 10, Sharpness = 3 });
        double[][] SharesOf(MarketGrid prices) => new Simulator(prices, SmallMarket.All(prices), FillRule.NextOpen)
            .Run(Mix(prices, SmallMarket.All(prices), mixture, Daily, SmallMarket.RandomScores(prices, 1), SmallMarket.RandomScores(prices, 2)), ProportionalCosts.None).Shares;

        var shares = SharesOf(grid);
        var laterChanged = SharesOf(WithOtherCloses(grid, Day + 1));
        var ownChanged = SharesOf(WithOtherCloses(grid, Day));

        Assert.Multiple(() =>
        {
            Assert.That(laterChanged[..(Day + 1)], Is.EqualTo(shares[..(Day + 1)]), "to the bit");
            Assert.That(laterChanged[Day + 1], Is.Not.EqualTo(shares[Day + 1]), "the next close counts on its own day");
            Assert.That(ownChanged[..Day], Is.EqualTo(shares[..Day]));
            Assert.That(ownChanged[Day], Is.Not.EqualTo(shares[Day]));
        });
    }

    [Test]
    public void Run_LeaderFollowsTheBetterOne_FromTheDayItIsKnown()
    {
        // A earns 10 % from day 0 to 1, B then 50 %: shares are equal, A's on day 1, B's on day 2.
        var grid = SmallMarket.Grid([[100, 100], [110, 100], [110, 150], [110, 150]]);
        var mix = Mix(grid, SmallMarket.All(grid), new LeaderMixture(), new DailyTopK { TopK = 1 }, Always(grid, 0), Always(grid, 1));

        var result = new Simulator(grid, SmallMarket.All(grid), FillRule.Close).Run(mix, ProportionalCosts.None);

        Assert.That(result.Shares, Is.EqualTo(new double[][] { [0.5, 0.5], [1, 0], [0, 1] }));
        Assert.That(result.GrossReturns[0], Is.EqualTo(0.05).Within(1e-12));
    }

    [Test]
    public void Run_OfEqualStrategies_IsThatStrategy([Values] bool isDaily, [Values(0, 0.1)] double gaps)
    {
        IPortfolioRule rule = isDaily ? Daily with { Buffer = true } : Buffer;
        var grid = SmallMarket.Random(60, 14, seed: 9, isDaily ? 0 : gaps);
        var (scores, span) = (SmallMarket.RandomScores(grid, 3), SmallMarket.All(grid));
        var simulator = new Simulator(grid, span, FillRule.Close);

        var mixed = simulator.Run(Mix(grid, span, new RecordMixture(), rule, scores, scores), new ProportionalCosts { Bps = 10 });

        var alone = simulator.Run(scores, rule, new ProportionalCosts { Bps = 10 });
        Assert.That(mixed.GrossReturns, Is.EqualTo(alone.GrossReturns).Within(1e-12));
        Assert.That(mixed.NetReturns, Is.EqualTo(alone.NetReturns).Within(1e-12));
        Assert.That(mixed.Traded, Is.EqualTo(alone.Traded).Within(1e-12));
    }

    [Test]
    public void Run_WithFillsAtTheNextOpen_TradesNothing_WhereNoStrategyTrades()
    {
        // Scores never change, so that the buffers hold on; opens differ from closes. An order is for shares of stock, whatever they cost at the open.
        var grid = SmallMarket.Random(40, 14, seed: 9);
        var span = SmallMarket.All(grid);
        var mix = Mix(grid, span, new FirstAlone(), Buffer, Constant(grid, 1), Constant(grid, 2));

        var result = new Simulator(grid, span, FillRule.NextOpen).Run(mix, ProportionalCosts.None);

        Assert.That(result.Holdings[0].Select(holding => holding.PortfolioWeight), Is.Unique.And.All.EqualTo(1.0 / 3).Within(0.005));
        Assert.That(result.Traded.Skip(8), Is.All.LessThan(1e-12), "the first days make up for the purchase at another price than it was decided at");
    }

    [Test]
    public void Run_FallsBack_WhereAllStrategiesWithAShareDo()
    {
        var grid = SmallMarket.Random(30, 8, seed: 5);
        var span = SmallMarket.All(grid);
        var rule = Buffer with { MinUniverse = 8 };
        var (full, few) = (SmallMarket.RandomScores(grid, 1), SmallMarket.RandomScores(grid, 2));
        for (var day = 0; day < 10; day++)
            few[day, 0] = double.NaN;
        for (var day = 0; day < 4; day++)
            full[day, 0] = double.NaN;

        var result = new Simulator(grid, span, FillRule.Close).Run(Mix(grid, span, new EqualMixture(), rule, full, few), ProportionalCosts.None);

        Assert.That(result.FallbackDays, Is.EqualTo(4));
        Assert.That(result.Fallbacks[..4], Is.All.Contain("7 names are scored"));
    }

    [Test]
    public void Run_ADelistedName_IsSoldOnPaperToo()
    {
        // A has its last bar on day 1: from day 2 on its place goes to B.
        var grid = SmallMarket.Grid([[100, 100, 100], [120, 100, 100], [0, 100, 100], [0, 110, 100], [0, 110, 100]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.5, 0.1], [0.9, 0.5, 0.1], [0, 0.5, 0.1], [0, 0.5, 0.1]);
        var span = SmallMarket.All(grid);
        var rule = new RankBuffer { ScoreDays = 1, MinPositions = 1, HoldFraction = 0.01, MinUniverse = 2 };

        var result = new Simulator(grid, span, FillRule.Close).Run(Mix(grid, span, new EqualMixture(), rule, scores, scores), ProportionalCosts.None);

        Assert.That(result.Holdings.Select(day => day.Single().Instrument), Is.EqualTo(new[] { 0, 0, 1, 1 }));
        Assert.That(result.GrossReturns, Is.EqualTo(new[] { 0.2, 0, 0.1, 0 }).Within(1e-12));
    }

    [Test]
    public void Permuted_PutsAllStrategiesUnderTheSameNames([Values] bool isDaily, [Values] FillRule fill)
    {
        IPortfolioRule rule = isDaily ? Daily : Buffer with { ScoreDays = 1 };
        var grid = SmallMarket.Random(50, 10, seed: 6, gaps: 0.05);
        var (one, other, span) = (SmallMarket.RandomScores(grid, 1), SmallMarket.RandomScores(grid, 2), SmallMarket.All(grid));
        var (simulator, mixture, costs) = (new Simulator(grid, span, fill), new RecordMixture { HalfLifeDays = 10 }, new ProportionalCosts { Bps = 10 });

        var permuted = PermutedPortfolios.Run(simulator, Mix(grid, span, mixture, rule, one, other), costs, seed: 8, count: 4, threads: 2);

        for (var p = 0; p < 4; p++)
        {
            int[] names = [.. Enumerable.Range(0, 10)];
            new KeyedRandom(8, RandomPurpose.PermutedPortfolios, p).Shuffle<int>(names);
            var expected = simulator.Run(Mix(grid, span, mixture, rule, Under(names, grid, one), Under(names, grid, other)), costs);
            Assert.That(permuted.Gross.Returns(p).ToArray(), Is.EqualTo(expected.GrossReturns).Within(1e-12));
            Assert.That(permuted.Net.Returns(p).ToArray(), Is.EqualTo(expected.NetReturns).Within(1e-12));
        }
    }

    [Test]
    public void ADay_AllocatesNothing()
    {
        var grid = SmallMarket.Random(60, 20, seed: 6, gaps: 0.05);
        var span = SmallMarket.All(grid);
        var mix = Mix(grid, span, new RecordMixture(), Buffer, SmallMarket.RandomScores(grid, 1), SmallMarket.RandomScores(grid, 2));
        var desk = new Simulator(grid, span, FillRule.NextOpen).Desks(mix, ProportionalCosts.None)();
        Trade();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Trade();

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Trade()
        {
            desk.Clear();
            for (var day = span.First; day < span.End; day++)
                desk.Step(day);
        }
    }

    private static MixedPortfolio Mix(MarketGrid grid, EvaluationSpan span, IStrategyMixture mixture, IPortfolioRule rule, params ScoreSheet[] sheets)
    {
        var simulator = new Simulator(grid, span, FillRule.Close);
        return new MixedPortfolio(mixture, [.. sheets.Select(sheet => simulator.Rank(sheet, new RuleTimeline(rule)))]);
    }

    private static ScoreSheet Always(MarketGrid grid, int name)
    {
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
            sheet[day, name] = 0.9;
        return sheet;
    }

    private static ScoreSheet Constant(MarketGrid grid, int seed)
    {
        var (sheet, first) = (new ScoreSheet(grid), SmallMarket.RandomScores(grid, seed));
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < grid.InstrumentCount; i++)
                sheet[day, i] = first[0, i];
        }

        return sheet;
    }

    private static ScoreSheet SilentAtTimes(ScoreSheet sheet, double share, int seed)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Market, 7);
        for (var day = 0; day < sheet.DayCount; day++)
        {
            var isSilent = random.NextDouble() < share;
            for (var i = 0; i < sheet.InstrumentCount && isSilent; i++)
                sheet[day, i] = double.NaN;
        }

        return sheet;
    }

    private static ScoreSheet Under(int[] names, MarketGrid grid, ScoreSheet scores)
    {
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < names.Length; i++)
                sheet[day, names[i]] = grid.Has(day, i) ? scores[day, i] : double.NaN;
        }

        return sheet;
    }

    /// <summary>The same grid with other closes from a day on.</summary>
    private static MarketGrid WithOtherCloses(MarketGrid grid, int from)
    {
        var close = grid.Close.ToArray();
        for (var cell = from * grid.InstrumentCount; cell < close.Length; cell++)
            close[cell] *= 1 + 0.01 * (cell % grid.InstrumentCount);
        return MarketGrid.FromArrays([.. grid.Instruments], [.. grid.Days], close, grid.Open.ToArray());
    }

    /// <summary>Gives everything to the first strategy.</summary>
    private sealed record FirstAlone : IStrategyMixture
    {
        public string Name => "firstAlone";

        public Parameters Parameters => Parameters.None;

        public int MemorySize => 0;

        public void Remember(double gain, double elapsedDays, Span<double> memory)
        {
        }

        public void Share(ReadOnlySpan<double> memories, Span<double> shares)
        {
            shares.Clear();
            shares[0] = 1;
        }
    }
}
