using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Scoring;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Lean.Tests;

/// <summary>Two pools that share a portfolio have the same shares and target weights in LEAN and in the simulator.</summary>
public class MixtureParityTests
{
    private static readonly DateTime From = new(2020, 1, 1);
    private static readonly DateTime To = new(2020, 3, 20);

    private static readonly IStrategyMixture[] Mixtures = [new EqualMixture(), new RecordMixture { HalfLifeDays = 20, Sharpness = 2 }, new LeaderMixture()];

    private static readonly ProportionalCosts Costs = new() { Bps = new AlphaMixAlphaModelOptions().CostBps };

    private static IEnumerable<TestCaseData> Rules()
    {
        yield return Case(new DailyTopK { TopK = 5 }, "daily");
        yield return Case(new DailyTopK { TopK = 5, Buffer = true }, "daily with buffer");
        yield return Case(new DailyTopK { TopK = 5, LongShort = true }, "daily long-short");
        yield return Case(new RankBuffer(), "rank buffer");
        yield return Case(new RankBuffer { MaxTurnover = 0.05 }, "rank buffer with a turnover limit");
        yield return Case(new RankBuffer { LongShort = true, ScoreDays = 3 }, "rank buffer long-short");
        yield return Case(new RankBuffer { ExpectedTurnover = 0.5 }, "rank buffer that falls back");
        yield return Case(new RankBuffer(), "rank buffer, halts", 0.01);
        yield return Case(new RankBuffer { MinUniverse = 45 }, "rank buffer that falls back at times, halts", 0.004);
        yield return Case(new DailyTopK { TopK = 5 }, "daily, halts", 0.01);
        yield return Case(new EqualWeight(), "1 over N, halts", 0.01);

        static TestCaseData Case(IPortfolioRule rule, string name, double halts = 0) => new TestCaseData(rule, halts).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Rules))]
    public void SharesAndTargetWeights_AreTheSimulators(IPortfolioRule rule, double halts)
    {
        // Bars without volume move LEAN's prices, and are none in the simulator.
        BarSeries[] series = [.. Replay.Market(45, from: new(2018, 9, 4), haltProbability: halts).Select(each => each.Usable())];
        Pool[] pools = [For(series, rule, seed: 5), For(series, rule, seed: 6)];
        foreach (var mixture in Mixtures)
        {
            var (portfolio, account) = Trade(series, pools, mixture);
            var (simulator, mix) = Mix(series, pools, rule, mixture, FillRule.Close);
            var decider = mix.Open(simulator, Costs);
            var (ledger, targets) = (new Ledger(simulator.Fills, simulator.Fills.UnitCosts(Costs)), new PortfolioTargets());
            var firstShares = new HashSet<double>();
            for (var day = simulator.Span.First; day < simulator.Span.End; day++)
            {
                decider.Decide(day, [], ledger, targets);
                var (date, found) = (simulator.Grid.Days[day], portfolio.Days[simulator.Grid.Days[day]]);
                Assert.That(found.Shares, Is.EqualTo(decider.Shares.ToArray()).Within(1e-12), $"{mixture.Name} {date}");
                var expected = Enumerable.Range(0, targets.Count).ToDictionary(
                    place => simulator.Grid.Instruments[targets.NameAt(place)], targets.ShareAt);
                AssertEqual(found.Weights, expected, 1e-12, $"{mixture.Name} {date}");
                firstShares.Add(decider.Shares[0]);
            }

            var areOne = rule is EqualWeight or RankBuffer { ExpectedTurnover: > 0 };
            Assert.That(firstShares.Count, mixture is EqualMixture || areOne ? Is.EqualTo(1) : Is.GreaterThan(mixture is RecordMixture ? 20 : 1));
            if (halts == 0)
                CheckHoldings(series, pools, rule, mixture, account);
        }
    }

    [Test]
    public void ASliceWithoutPrices_ChangesNoShares()
    {
        // LEAN has a slice for a dividend at midnight, and rebalances at it after a weekend.
        BarSeries[] series = [.. Replay.Market(45, from: new(2018, 9, 4), haltProbability: 0)];
        var rule = new DailyTopK { TopK = 5 };
        var (portfolio, _) = Trade(series, [For(series, rule, seed: 5), For(series, rule, seed: 6)], Mixtures[1]);
        var before = portfolio.Shares;

        portfolio.World.SetTime(portfolio.World.Algorithm.UtcTime.AddHours(13));
        _ = portfolio.CreateTargets(portfolio.World.Algorithm, []).ToList();

        Assert.That(portfolio.Shares, Is.Not.SameAs(before).And.EqualTo(before));
        Assert.That(before.Values, Is.Unique);
    }

    /// <summary>Compares what is held after fills at the next open: orders are in shares of stock, sized at the close.</summary>
    private static void CheckHoldings(BarSeries[] series, Pool[] pools, IPortfolioRule rule, IStrategyMixture mixture, PaperAccount account)
    {
        var (simulator, mix) = Mix(series, pools, rule, mixture, FillRule.NextOpen);
        var simulation = simulator.Run(mix, Costs);
        for (var day = 0; day < simulator.Span.Count - 1; day++)
        {
            var date = simulator.Grid.Days[simulator.Span.First + day + 1];
            var expected = simulation.Holdings[day].ToDictionary(holding => simulator.Grid.Instruments[holding.Instrument], holding => holding.PortfolioWeight);
            AssertEqual(account.Holdings[date], expected, 1e-5, $"{mixture.Name} {date}");
        }
    }

    private static void AssertEqual(Dictionary<string, double> found, Dictionary<string, double> expected, double within, string when)
    {
        foreach (var name in expected.Keys.Union(found.Keys))
            Assert.That(found.GetValueOrDefault(name), Is.EqualTo(expected.GetValueOrDefault(name)).Within(within), $"{when} {name}");
    }

    private static (Recording Portfolio, PaperAccount Account) Trade(BarSeries[] series, Pool[] pools, IStrategyMixture mixture)
    {
        var replay = new Replay(series, new LeanWorld(cash: 1e9m), new AlphaMixAlphaModel(pools[0]));
        replay.World.Algorithm.Settings.FreePortfolioValuePercentage = 0;
        var other = replay.Feed(new AlphaMixAlphaModel(pools[1]));
        replay.Add(From, [.. replay.Securities]);
        other.OnSecuritiesChanged(replay.World.Algorithm, LeanWorld.Added([.. replay.Securities]));
        var portfolio = new Recording(replay.World, new AlphaMixPortfolioOptions { Mixture = mixture });
        var account = new PaperAccount(replay, new CompositeAlphaModel(replay.Model, other), portfolio);
        account.Trade(From, To);
        return (portfolio, account);
    }

    private static (Simulator Simulator, MixedPortfolio Mix) Mix(
        BarSeries[] series, Pool[] pools, IPortfolioRule rule, IStrategyMixture mixture, FillRule fill)
    {
        TimelineScorer[] scorers =
            [.. pools.Select(pool => new TimelineScorer([new(DateOnly.FromDateTime(From), DateOnly.FromDateTime(To), pool)], series, threads: 2))];
        var simulator = new Simulator(scorers[0].Grid, scorers[0].Span, fill);
        return (simulator, new MixedPortfolio(mixture, [.. scorers.Select(scorer => simulator.Rank(scorer.Scores(RouterNames.Average), scorer.Rules))]));
    }

    private static Pool For(BarSeries[] series, IPortfolioRule rule, long seed) => TestPool.For(
        series, ScalerKind.None, fittedThrough: DateOnly.FromDateTime(From).AddDays(-1), features: FeatureSpec.ResidualV1(), rule: rule, priorWeight: 0.5, seed: seed);

    /// <summary>Keeps the shares and target weights of each day.</summary>
    private sealed class Recording(LeanWorld world, AlphaMixPortfolioOptions options)
        : AlphaMixPortfolioConstructionModel((Func<DateTime, DateTime?>?)null, options)
    {
        public LeanWorld World => world;

        public Dictionary<DateOnly, (double[] Shares, Dictionary<string, double> Weights)> Days { get; } = [];

        protected override Dictionary<Insight, double> DetermineTargetPercent(List<Insight> activeInsights)
        {
            var result = base.DetermineTargetPercent(activeInsights);
            var weights = result.Select(pair => (pair.Key.Symbol, pair.Value)).Concat(WithoutInsight.Select(pair => (Symbol: pair.Key, pair.Value)));
            Days[DateOnly.FromDateTime(world.Algorithm.UtcTime)] = ([.. Shares.Values], weights.ToDictionary(pair => pair.Symbol.ID.Symbol, pair => pair.Value));
            return result;
        }
    }
}
