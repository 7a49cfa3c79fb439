using AlphaMix.Core;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Scoring;
using QuantConnect;

namespace AlphaMix.Lean.EngineTests;

/// <summary>
/// The examples of docs/extending.md in LEAN's engine: a pool with a feature, a router, a forecaster and a rule from outside trades as in the simulator, and
/// a cost model from outside charges the same.
/// </summary>
[NonParallelizable]
public class ExtensionStrategyTests
{
    private const string Router = "trimmedMean";
    private const string CostModel = "thinMarket;bps=8;usualVolume=2e7";
    private const decimal Cash = 100_000_000m;

    // LEAN rounds adjusted volumes to whole shares, on which the model's cost depends.
    private const double Rounding = 1e-3;

    private static readonly DateOnly From = new(2020, 1, 2);
    private static readonly DateOnly To = new(2020, 6, 30);

    private TemporaryFolder _folder = null!;
    private string _extension = null!;
    private ExtensionSet _extensions = null!;
    private EngineRun _run = null!;
    private TimelineScorer _scorer = null!;

    [OneTimeSetUp]
    public void TrainAndRun()
    {
        _folder = new TemporaryFolder();
        _extension = OutsideAssembly.Build(_folder["extension"]);
        _extensions = BuiltIn.Extensions.WithAssembly(_extension);
        // No bars without volume: LEAN fills orders at them, the simulator does not.
        new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = 20, From = new DateOnly(2018, 9, 3), To = new DateOnly(2020, 7, 31), Sectors = 3, HaltProbability = 0, ZeroVolumeProbability = 0
        }).Write(_folder["data"]);
        var series = PriceLoader.Load(PriceFolder.Open(_folder["data"]), new DataOptions(), new IntegrityReport(), threads: 2);
        var configuration = ConfigurationFile.Read(
            Path.Combine(OutsideAssembly.Source, "config.json"),
            ["split.trainFrom=2018-09-01", "split.validationFrom=2019-07-01", "split.testFrom=2020-01-01", "split.testTo=2020-07-01"],
            _extensions);
        var pool = new PoolTrainer(configuration, new SimdGroupTrainer(), threads: 2).Train(series).Pool;
        Directory.CreateDirectory(_folder["storage/alphamix"]);
        PoolArtifact.Write(pool, _folder["storage/alphamix/pool.safetensors"]);
        _scorer = new TimelineScorer([new(From, To.AddDays(1), pool)], series, threads: 2);
        _run = Run("results", _extension, CostModel);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Backtest_HoldsWhatTheSimulatorHolds()
    {
        Assert.That(_run.Status, Is.EqualTo(AlgorithmStatus.Completed), _run.Error);
        HoldingsCheck.AssertEqual(_run, _scorer, Router);
    }

    [Test]
    public void Fills_CostWhatTheModelChargesTheSimulator()
    {
        var costs = CostModelText.Parse(CostModel, _extensions);
        var fills = new FillTable(_scorer.Grid, FillRule.NextOpen);
        var unit = fills.UnitCosts(costs);
        var (paid, charged) = (0.0, 0.0);
        foreach (var fill in _run.Fills)
        {
            var cell = Day(fill.UtcTime) * fills.Instruments + _scorer.Grid.IndexOf(fill.Symbol.ID.Symbol);
            var (quantity, open) = ((double)fill.FillQuantity, _scorer.Grid.Open[cell]);
            var cost = quantity * ((double)fill.FillPrice - open);
            Assert.That(cost, Is.EqualTo(Math.Abs(quantity) * open * unit[cell]).Within(Rounding).Percent, $"{fill}");
            Assert.That(fill.OrderFee.Value.Amount, Is.Zero, "LEAN's own fee");
            (paid, charged) = (paid + cost, charged + Math.Abs(quantity) * open * unit[cell]);
        }

        Assert.That(_run.Fills, Has.Count.GreaterThan(200));
        Assert.That(paid, Is.EqualTo(charged).Within(Rounding).Percent);
        Assert.That(unit.Where(cost => cost > 0).Max(), Is.GreaterThan(1.5 * unit.Where(cost => cost > 0).Min()), "the model's costs differ by volume");
    }

    [Test]
    public void TotalCost_IsTheSimulators()
    {
        var terms = new TradingTerms { Fill = FillRule.NextOpen, Costs = CostModelText.Parse(CostModel, _extensions) };
        var simulation = Simulator.Run(_scorer.Grid, _scorer.Scores(Router), _scorer.Span, _scorer.Rules, terms);

        // LEAN's cost of each day as a share of the portfolio at that day's open.
        var (cash, total) = ((double)Cash, 0.0);
        var held = new double[_scorer.Grid.InstrumentCount];
        foreach (var day in _run.Fills.GroupBy(fill => Day(fill.UtcTime)).OrderBy(day => day.Key))
        {
            var open = _scorer.Grid.Open.Slice(day.Key * held.Length, held.Length).ToArray();
            var value = cash + held.Zip(open, (shares, price) => shares == 0 ? 0 : shares * price).Sum();
            foreach (var fill in day)
            {
                var (i, quantity, price) = (_scorer.Grid.IndexOf(fill.Symbol.ID.Symbol), (double)fill.FillQuantity, (double)fill.FillPrice);
                total += quantity * (price - open[i]) / value;
                cash -= quantity * price;
                held[i] += quantity;
            }
        }

        TestContext.Out.WriteLine($"cost of the span: LEAN {total}, simulator {simulation.Costs.Sum()}");
        Assert.That(simulation.Costs.Sum(), Is.GreaterThan(0.01));
        Assert.That(total, Is.EqualTo(simulation.Costs.Sum()).Within(1).Percent);
    }

    [TestCase("none.dll", "proportional;bps=5", "Parameter extension: none.dll: no such file")]
    [TestCase("", "proportional;bps=5", "overnight")]
    [TestCase("EXTENSION", "thinMarket;bips=5", "Parameter cost-model: thinMarket;bips=5: There is no parameter 'bips'")]
    [TestCase("EXTENSION", "thickMarket", "There is no cost model 'thickMarket'")]
    public void WhatCannotBeUsed_EndsTheBacktest_AndSaysWhat(string extension, string costModel, string message)
    {
        var run = Run("refused", extension == "EXTENSION" ? _extension : extension, costModel);

        Assert.That(run.Error, Does.Contain(message));
        Assert.That(run.Fills, Is.Empty);
    }

    private EngineRun Run(string results, string extension, string costModel) => EngineRun.Run(
        "AlphaMixStrategy", _folder["data"], _folder["storage"], _folder[results], new Dictionary<string, string>
        {
            ["from"] = $"{From:yyyy-MM-dd}", ["to"] = $"{To:yyyy-MM-dd}", ["cash"] = $"{Cash}", ["router"] = Router, ["extension"] = extension,
            ["cost-model"] = costModel
        });

    private int Day(DateTime utc) => _scorer.Grid.Days.ToList().IndexOf(DateOnly.FromDateTime(utc));
}
