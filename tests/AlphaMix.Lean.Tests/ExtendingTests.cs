using AlphaMix.Core;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Scoring;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Lean.Tests;

/// <summary>The examples of docs/extending.md inside the plugin: feature, router, forecaster, rule and mixture of an assembly outside the repository.</summary>
[TestFixture]
public class ExtendingTests
{
    private const string Router = "trimmedMean";
    private static readonly DateTime From = new(2020, 1, 1);
    private static readonly DateTime To = new(2020, 3, 20);

    private readonly IReadOnlyList<BarSeries> _series = Replay.Market(20, from: new(2018, 9, 4), haltProbability: 0);
    private TemporaryFolder _folder = null!;
    private ExtensionSet _extensions = null!;
    private byte[] _pool = null!;

    [OneTimeSetUp]
    public void BuildAndTrain()
    {
        _folder = new TemporaryFolder();
        _extensions = BuiltIn.Extensions.WithAssembly(OutsideAssembly.Build(_folder["extension"]));
        var configuration = ConfigurationFile.Read(
            Path.Combine(OutsideAssembly.Source, "config.json"),
            ["split.trainFrom=2018-09-01", "split.validationFrom=2019-07-01", "split.testFrom=2020-01-01", "split.testTo=2020-04-01"],
            _extensions);
        _pool = PoolArtifact.ToBytes(new PoolTrainer(configuration, new SimdGroupTrainer(), threads: 2).Train(_series).Pool);
    }

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [TestCase(Router)]
    [TestCase("leaning")]
    public void Plugin_ScoresAndTradesAsTheSimulator(string router)
    {
        var algorithm = new TwoLines(new AlphaMixAlphaModelOptions { Extensions = _extensions, Router = router });
        algorithm.ObjectStore.SaveBytes(PoolStore.DefaultKey, _pool);
        algorithm.Initialize();
        var replay = new Replay(_series, new LeanWorld(cash: 1e9m, algorithm: algorithm), (AlphaMixAlphaModel)algorithm.Alpha);
        var scored = replay.RecordProbabilities();
        replay.Add(From, [.. replay.Securities]);
        var account = new PaperAccount(replay, algorithm.Alpha, algorithm.PortfolioConstruction);

        account.Trade(From, To);

        var scorer = new TimelineScorer(
            [new(DateOnly.FromDateTime(From), DateOnly.FromDateTime(To), PoolArtifact.Read(_pool, "pool", _extensions))], _series, threads: 2);
        var sheet = scorer.Probabilities(router);
        var simulation = Simulator.Run(scorer.Grid, scorer.Scores(router), scorer.Span, scorer.Rules, new TradingTerms { Fill = FillRule.NextOpen });
        for (var day = 0; day < scorer.Span.Count - 1; day++)
        {
            for (var i = 0; i < scorer.Grid.InstrumentCount; i++)
                Assert.That(scored[(scorer.Grid.Days[day], scorer.Grid.Instruments[i])], Is.EqualTo(sheet[day, i]), "score, to the bit");
            var expected = simulation.Holdings[day].ToDictionary(holding => scorer.Grid.Instruments[holding.Instrument], holding => holding.PortfolioWeight);
            var held = account.Holdings[scorer.Grid.Days[day + 1]];
            Assert.That(held.Keys, Is.EquivalentTo(expected.Keys).And.Exactly(3).Items);
            foreach (var (instrument, weight) in expected)
                Assert.That(held[instrument], Is.EqualTo(weight).Within(0.05), $"{scorer.Grid.Days[day + 1]} {instrument}");
        }
    }

    [Test]
    public void Plugin_WithoutTheExtension_SaysWhichName()
    {
        var world = new LeanWorld();
        world.Algorithm.ObjectStore.SaveBytes(PoolStore.DefaultKey, _pool);

        Assert.That(() => new AlphaMixAlphaModel(world.Algorithm), Throws.TypeOf<ArtifactException>().With.Message.Contains("overnight"));
    }

    [Test]
    public void Mixture_SharesThePortfolioByRisk()
    {
        var pool = PoolArtifact.Read(_pool, "pool", _extensions);
        var replay = new Replay(_series, new LeanWorld(cash: 1e9m), new AlphaMixAlphaModel(pool));
        var other = replay.Feed(new AlphaMixAlphaModel(pool, new AlphaMixAlphaModelOptions { Router = "leaning" }));
        replay.Add(From, [.. replay.Securities]);
        other.OnSecuritiesChanged(replay.World.Algorithm, LeanWorld.Added([.. replay.Securities]));
        var portfolio = new AlphaMixPortfolioConstructionModel(
            new AlphaMixPortfolioOptions { Mixture = _extensions.Get<StrategyMixtureFactory>("equalRisk")(Parameters.None) });

        new PaperAccount(replay, new CompositeAlphaModel(replay.Model, other), portfolio).Trade(From, To);

        Assert.That(portfolio.Shares.Values.Sum(), Is.EqualTo(1).Within(1e-12));
        Assert.That(portfolio.Shares, Has.Count.EqualTo(2));
        Assert.That(portfolio.Shares.Values, Is.Unique);
        Assert.That(portfolio.Shares.Values, Is.All.InRange(0.2, 0.8));
    }

    private sealed class TwoLines(AlphaMixAlphaModelOptions options) : QCAlgorithm
    {
        public override void Initialize()
        {
            AddAlpha(new AlphaMixAlphaModel(this, options));
            SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel());
        }
    }
}
