using System.Globalization;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Routers;
using AlphaMix.Lean.Tests;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Import;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Scoring;
using QuantConnect;
using QuantConnect.Orders;

namespace AlphaMix.Lean.EngineTests;

/// <summary>
/// Hourly pools of Shanghai in LEAN's engine: a market that LEAN does not have, a day with a lunch break and an auction, an account in yuan.
/// </summary>
[TestFixture("paper")]
[TestFixture("price-levels")]
[NonParallelizable]
public class ShanghaiStrategyTests(string features)
{
    private static readonly DateOnly From = new(2020, 1, 2);
    private static readonly DateOnly To = new(2020, 8, 28);

    private TemporaryFolder _folder = null!;
    private TimelineScorer _scorer = null!;
    private EngineRun _run = null!;
    private Dictionary<(DateOnly Day, string Instrument), (int Rank, double Probability)> _said = null!;

    [OneTimeSetUp]
    public void Run()
    {
        _folder = new TemporaryFolder();
        var data = _folder["data"];
        CsvImporter.Import(SharedData.Sz50, data, CsvFormat.Sz50, new IntegrityReport());
        var configuration = ConfigurationFile.Read(
            Path.Combine(AlphaMix.Testing.Repository.Root, "docs", "examples", "sz50.json"), [$"features.set={features}"]);
        var series = PriceLoader.Load(PriceFolder.Open(data), configuration.Data, new IntegrityReport(), threads: 2);
        var pool = TestPool.For(
            series, configuration.Features.Scaler, topK: 4, features: configuration.Features.SpecFor(BarResolution.Hour, 5));
        var storage = _folder["storage"];
        Directory.CreateDirectory(Path.Combine(storage, "alphamix"));
        PoolArtifact.Write(pool, Path.Combine(storage, "alphamix", "pool.safetensors"));

        _run = EngineRun.Run("AlphaMixStrategy", data, storage, _folder["results"], new Dictionary<string, string>
        {
            ["market"] = "sse",
            ["from"] = Text(From),
            ["to"] = Text(To),
            ["cost-per-order"] = "0",
            ["cash"] = "1000000000",
            ["scores"] = "alphamix/scores.csv"
        });
        _scorer = new TimelineScorer([new(From, To.AddDays(1), pool)], series, threads: 2);
        _said = AlphaMixStrategyTests.Scores(Path.Combine(storage, "alphamix", "scores.csv"));
    }

    [OneTimeTearDown]
    public void Delete() => _folder?.Dispose();

    [Test]
    public void Backtest_Completes_AndEveryOrderWaitsForTheOpen()
    {
        Assert.That(_run.Status, Is.EqualTo(AlgorithmStatus.Completed), _run.Error);
        Assert.Multiple(() =>
        {
            Assert.That(_run.Orders, Has.Count.GreaterThan(_scorer.Span.Count));
            Assert.That(_run.Orders.Where(order => order.Status == OrderStatus.Invalid), Is.Empty);
            // LEAN holds back an order below a thousandth of the margin; one that the auction's price lifts above it is sent then.
            Assert.That(_run.Orders.Count(order => order.Type != OrderType.MarketOnOpen), Is.LessThanOrEqualTo(2));
            Assert.That(_run.Orders.Select(order => order.PriceCurrency).Distinct(), Is.EqualTo(new[] { "CNY" }));
            Assert.That(_run.Orders.Where(order => order.Quantity % 100 != 0), Is.Empty, "lots of 100");
        });
    }

    [Test]
    public void Orders_AreSentAfterTheDaysLastBar_AndFilledAtTheAuction() => Assert.Multiple(() =>
    {
        Assert.That(
            _run.Orders.Where(order => order.Type == OrderType.MarketOnOpen).Select(order => Shanghai(order.Time)).Distinct(), Is.EqualTo(new[] { "15:00" }), "not 11:30");
        Assert.That(
            _run.Orders.Where(order => order.Status == OrderStatus.Filled).GroupBy(order => Shanghai(order.LastFillTime!.Value)).MaxBy(orders => orders.Count())!.Key,
            Is.EqualTo("09:30"));
    });

    [Test]
    public void Probabilities_EqualTheScorers()
    {
        var sheet = _scorer.Probabilities(RouterNames.Average);
        var compared = 0;
        for (var day = 0; day < _scorer.Span.Count; day++)
        {
            for (var i = 0; i < _scorer.Grid.InstrumentCount; i++)
            {
                var key = (_scorer.Grid.Days[day], _scorer.Grid.Instruments[i]);
                Assert.That(_said.ContainsKey(key), Is.EqualTo(!double.IsNaN(sheet[day, i])), $"{key}");
                if (double.IsNaN(sheet[day, i]))
                    continue;
                Assert.That(_said[key].Probability, Is.EqualTo(sheet[day, i]).Within(1e-6), $"{key}");
                compared++;
            }
        }

        Assert.That(compared, Is.GreaterThan(159 * 42));
    }

    [Test]
    public void Holdings_EqualTheSimulators_DayByDay() => HoldingsCheck.AssertEqual(_run, _scorer);

    private static string Shanghai(DateTime utc) => utc.AddHours(8).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
