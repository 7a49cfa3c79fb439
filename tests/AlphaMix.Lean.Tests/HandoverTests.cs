using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Lean.Handover;
using AlphaMix.Lean.Portfolios;
using AlphaMix.Training.Scoring;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;
using QuantConnect.Data;

namespace AlphaMix.Lean.Tests;

/// <summary>What an alpha model hands over arrives whole, alone and in a mixture.</summary>
public class HandoverTests
{
    private static readonly DateTime From = new(2020, 1, 1);
    private static readonly DateTime Second = new(2020, 2, 3);
    private static readonly DateTime To = new(2020, 3, 20);

    private readonly IReadOnlyList<BarSeries> _series = Replay.Market(45, from: new(2018, 9, 4), haltProbability: 0);

    [Test]
    public void TwoModelsOfOneName_GetNamesOfTheirOwn()
    {
        var replay = new Replay(_series, Pool(new RankBuffer()));
        var other = replay.Feed(new AlphaMixAlphaModel(Pool(new RankBuffer())));
        replay.Add(From, [.. replay.Securities]);
        other.OnSecuritiesChanged(replay.World.Algorithm, LeanWorld.Added([.. replay.Securities]));

        var account = new PaperAccount(replay, new CompositeAlphaModel(replay.Model, other), new AlphaMixPortfolioConstructionModel());
        account.Trade(From, From.AddDays(5));

        Assert.That(replay.Model.Name, Is.EqualTo("AlphaMixAlphaModel(V,rankBuffer,Daily)"));
        Assert.That(other.Name, Is.EqualTo("AlphaMixAlphaModel(V,rankBuffer,Daily)#2"));
        Assert.That(replay.World.Algorithm.Insights.Select(insight => insight.SourceModel).Distinct(), Is.EquivalentTo(new[] { replay.Model.Name, other.Name }));
    }

    [Test]
    public void InAMixture_ARuleTradesItsOwnPart()
    {
        var pool = Pool(new RankBuffer());
        var replay = new Replay(_series, new LeanWorld(cash: 1e9m), new AlphaMixAlphaModel(pool));
        replay.Add(From, [.. replay.Securities]);
        var portfolio = new AlphaMixPortfolioConstructionModel();
        var account = new PaperAccount(replay, new CompositeAlphaModel(new Holder(replay["SIM0001"].Symbol), replay.Model), portfolio);

        account.Trade(From, To);

        Assert.That(portfolio.Shares.Values, Is.All.EqualTo(0.5));
        var scorer = new TimelineScorer([new(DateOnly.FromDateTime(From), DateOnly.FromDateTime(To), pool)], _series, threads: 2);
        var simulation = Simulator.Run(
            scorer.Grid, scorer.Scores(RouterNames.Average), scorer.Span, scorer.Rules, new TradingTerms { Fill = FillRule.NextOpen });
        for (var day = 0; day < scorer.Span.Count - 1; day++)
        {
            var held = account.Holdings[scorer.Grid.Days[day + 1]];
            var expected = simulation.Holdings[day].ToDictionary(holding => scorer.Grid.Instruments[holding.Instrument], holding => holding.PortfolioWeight / 2);
            expected["SIM0001"] = expected.GetValueOrDefault("SIM0001") + 0.5;
            Assert.That(held.Keys, Is.EquivalentTo(expected.Keys), $"{scorer.Grid.Days[day]}");
            foreach (var (instrument, weight) in expected)
                Assert.That(held[instrument], Is.EqualTo(weight).Within(0.01 + 0.05 * weight), $"{scorer.Grid.Days[day]} {instrument}");
        }
    }

    [Test]
    public void ScoresOfARule_StandInTheOrderOfTheRanking()
    {
        var rule = new Listener();
        var symbols = _series.Take(3).Select(each => new Replay(_series, Pool(new RankBuffer()))[each.Instrument].Symbol).ToArray();
        new RulePortfolio().Decide(
            new RankedDay
            {
                Names = symbols,
                Ranking = [2, 0],
                Scores = [0.4, double.NaN, 0.6],
                States = [TradingState.Trading, TradingState.Trading, TradingState.Trading],
                Rule = rule,
                CostBps = 5
            },
            _ => 0);

        Assert.That(rule.Scores, Is.EqualTo(new[] { 0.6, 0.4 }));
    }

    [Test]
    public void MaxTurnover_OfThePortfolioModel_TightensTheRules()
    {
        var byRule = Trade(Pool(new RankBuffer { MaxTurnover = 0.05 }), new AlphaMixPortfolioOptions());
        var byOption = Trade(Pool(new RankBuffer()), new AlphaMixPortfolioOptions { MaxTurnover = 0.05 });
        var byBoth = Trade(Pool(new RankBuffer { MaxTurnover = 0.05 }), new AlphaMixPortfolioOptions { MaxTurnover = 0.5 });
        var free = Trade(Pool(new RankBuffer()), new AlphaMixPortfolioOptions());

        Assert.That(byOption, Is.EqualTo(byRule));
        Assert.That(byBoth, Is.EqualTo(byRule));
        Assert.That(free, Is.Not.EqualTo(byRule));
    }

    [Test]
    public void ARuleFromOutside_DecidesWhatIsHeld()
    {
        var held = Trade(Pool(new FirstHeavy()), new AlphaMixPortfolioOptions());

        Assert.That(held.Values.Skip(1).Select(day => day.Count), Is.All.EqualTo(2));
        Assert.That(held.Values.Skip(1).Select(day => day.Values.Max()), Is.All.InRange(0.45, 0.55));
        Assert.That(held.Values.Skip(1).Select(day => day.Values.Min()), Is.All.InRange(0.2, 0.3));
    }

    [Test]
    public void ARuleThatMentionsANameTwice_IsRefused() => Assert.That(
        () => Trade(Pool(new FirstHeavy { Repeats = true }), new AlphaMixPortfolioOptions()),
        Throws.InvalidOperationException.With.Message.Contains("firstHeavy mentions SIM"));

    [Test]
    public void ALongBias_HoldsNoShorts()
    {
        var held = Trade(Pool(new RankBuffer { LongShort = true }), new AlphaMixPortfolioOptions { Bias = PortfolioBias.Long });

        Assert.That(held.Values.SelectMany(day => day.Values), Is.All.Positive);
        Assert.That(held.Values.Skip(2).Select(day => day.Values.Sum()), Is.All.InRange(0.4, 0.6));
    }

    [Test]
    public void WithAnotherPortfolioModel_InsightsAloneMakeThePortfolio()
    {
        var pool = Pool(new RankBuffer());
        var replay = new Replay(_series, new LeanWorld(cash: 1e9m), new AlphaMixAlphaModel(pool));
        replay.Add(From, [.. replay.Securities]);
        var account = new PaperAccount(replay, replay.Model, new ByInsightWeight());
        account.Trade(From, To);

        var ours = Trade(pool, new AlphaMixPortfolioOptions());
        Assert.That(account.Holdings.Select(day => day.Value.Keys.Order()), Is.EqualTo(ours.Select(day => day.Value.Keys.Order())));
        Assert.That(account.Holdings.Values.Skip(2).Select(day => day.Values.Sum()), Is.All.InRange(0.9, 1.05));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void AChangeOfPools_TakesTheDaysBarOnce(bool historyHasIt)
    {
        var series = Replay.Market(8, haltProbability: 0);
        var first = TestPool.For(series, fittedThrough: DateOnly.FromDateTime(From).AddDays(-1));
        var second = TestPool.For(series, ScalerKind.CrossSectional, fittedThrough: DateOnly.FromDateTime(Second).AddDays(-1), seed: 6);
        var (from, change, to) = (DateOnly.FromDateTime(From), DateOnly.FromDateTime(Second), DateOnly.FromDateTime(To));
        var replay = new Replay(series, new PoolTimeline([new(from, first), new(change, second)]));
        var read = replay.Model.ReadHistory;
        replay.Model.ReadHistory = (algorithm, symbols, bars) =>
            read(algorithm, symbols, bars).Where(slice => historyHasIt || slice.Time < algorithm.UtcTime);
        var said = replay.RecordProbabilities();
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, To);

        var scorer = new TimelineScorer([new(from, change, first), new(change, to, second)], series, threads: 2);
        var sheet = scorer.Probabilities(RouterNames.Average);
        for (var day = 0; day < scorer.Span.Count; day++)
        {
            for (var i = 0; i < scorer.Grid.InstrumentCount; i++)
                Assert.That(said[(scorer.Grid.Days[day], scorer.Grid.Instruments[i])], Is.EqualTo(sheet[day, i]), $"{scorer.Grid.Days[day]}");
        }

        Assert.That(replay.HistoryCalls, Has.Count.EqualTo(2));
    }

    private SortedDictionary<DateOnly, Dictionary<string, double>> Trade(Pool pool, AlphaMixPortfolioOptions options)
    {
        var replay = new Replay(_series, new LeanWorld(cash: 1e9m), new AlphaMixAlphaModel(pool));
        replay.Add(From, [.. replay.Securities]);
        var account = new PaperAccount(replay, replay.Model, new AlphaMixPortfolioConstructionModel(options));
        account.Trade(From, To);
        return account.Holdings;
    }

    private Pool Pool(IPortfolioRule rule) => TestPool.For(
        _series, ScalerKind.None, fittedThrough: DateOnly.FromDateTime(From).AddDays(-1), features: FeatureSpec.ResidualV1(), rule: rule, priorWeight: 0.5);

    /// <summary>Half in the best name, a quarter in the next, the rest in cash.</summary>
    private sealed record FirstHeavy : IPortfolioRule
    {
        public string Name => "firstHeavy";

        public bool Repeats { get; init; }

        public Parameters Parameters => Parameters.None;

        public int Positions(int scored) => Math.Min(2, scored);

        public void Decide(scoped in PortfolioDay day, PortfolioTargets targets)
        {
            targets.CashShare = 1;
            targets.Buy(day.Ranking[0], 2);
            targets.Buy(day.Ranking[Repeats ? 0 : 1], 1);
        }
    }

    /// <summary>Always asks for one security.</summary>
    private sealed class Holder(Symbol symbol) : AlphaModel
    {
        public override string Name { get; set; } = "Holder";

        public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data) =>
            [Insight.Price(symbol, TimeSpan.FromDays(5), InsightDirection.Up, null, null, Name, 1)];
    }

    /// <summary>What LEAN's InsightWeightingPortfolioConstructionModel does.</summary>
    private sealed class ByInsightWeight : PortfolioConstructionModel
    {
        protected override Dictionary<Insight, double> DetermineTargetPercent(List<Insight> activeInsights) =>
            activeInsights.ToDictionary(insight => insight, insight => (int)insight.Direction * insight.Weight!.Value);
    }

    /// <summary>Holds nothing, and keeps the scores it was given.</summary>
    private sealed class Listener : IPortfolioRule
    {
        public double[] Scores { get; private set; } = [];

        public string Name => "listener";

        public Parameters Parameters => Parameters.None;

        public int Positions(int scored) => 0;

        public void Decide(scoped in PortfolioDay day, PortfolioTargets targets) => Scores = day.Scores.ToArray();
    }
}
