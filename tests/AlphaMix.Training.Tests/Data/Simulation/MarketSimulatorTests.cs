using AlphaMix.Core.Features;
using AlphaMix.Testing;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Lean;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Training.Tests.Data.Simulation;

public class MarketSimulatorTests
{
    private static readonly MarketSimulatorOptions Lively = new()
    {
        Instruments = 60,
        From = new DateOnly(2013, 1, 1),
        To = new DateOnly(2017, 12, 31),
        SignalStrength = 0.2,
        DividendShare = 1,
        DividendYield = 0.15,
        IdiosyncraticVolatility = 0.6,
        HaltProbability = 0.01,
        ZeroVolumeProbability = 0.01,
        LateListingShare = 0.3
    };

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase(0.0)]
    [TestCase(0.08)]
    [TestCase(0.2)]
    [TestCase(0.5)]
    public void Signal_HasTheAskedForCorrelation_WithTheNextIdiosyncraticReturn(double strength)
    {
        var simulator = new MarketSimulator(new MarketSimulatorOptions { Instruments = 60, SignalStrength = strength });

        var pairs = new List<(double Signal, double Next)>();
        for (var i = 0; i < 60; i++)
            pairs.AddRange(Pairs(simulator.Simulate(i)).Select(pair => (pair.Signal, pair.Instrument.IdiosyncraticReturns[pair.Next])));

        // About 85,000 pairs: the standard error is 0.0035.
        Assert.Multiple(() =>
        {
            Assert.That(LinearModel.Correlation(pairs), Is.EqualTo(strength).Within(0.012));
            Assert.That(LinearModel.Correlation(pairs.Select(pair => (pair.Signal, pair.Signal * pair.Signal))), Is.Zero.Within(0.03), "the signal is symmetric");
            Assert.That(pairs.Average(pair => pair.Signal * pair.Signal), Is.EqualTo(1).Within(0.02));
            Assert.That(pairs.Average(pair => pair.Next * pair.Next), Is.EqualTo(1).Within(0.02));
        });
    }

    [Test]
    public void Signal_IsSeenFromCloseToClose_AndFromOpenToOpen_NotOvernight()
    {
        var options = new MarketSimulatorOptions { Instruments = 60, SignalStrength = 0.2, Exchangeable = true, StormStart = 0, HaltProbability = 0, ZeroVolumeProbability = 0 };
        var simulator = new MarketSimulator(options);
        var market = Enumerable.Range(0, 60).Select(simulator.Simulate).ToArray();
        var bars = market.Select(instrument => instrument.Adjusted().Bars.ToArray()).ToArray();

        double Ic(Func<Bar[], int, double> label)
        {
            var pairs = new List<(double, double)>();
            for (var t = 0; t < simulator.Days.Count - 2; t++)
            {
                var returns = bars.Select(own => label(own, t)).ToArray();
                var mean = returns.Average();
                pairs.AddRange(returns.Select((value, i) => (market[i].Signals[t], value - mean)));
            }

            return LinearModel.Correlation(pairs);
        }

        Assert.Multiple(() =>
        {
            Assert.That(Ic((own, t) => own[t + 1].Close / own[t].Close), Is.EqualTo(0.2).Within(0.015));
            Assert.That(Ic((own, t) => own[t + 2].Open / own[t + 1].Open), Is.EqualTo(0.2).Within(0.015));
            Assert.That(Ic((own, t) => own[t + 1].Open / own[t].Close), Is.Zero.Within(0.015), "it moves the intraday part alone");
        });
    }

    [Test]
    public void Signal_IsAnInteraction_ThatALinearModelOnTheFeaturesDoesNotSee()
    {
        const double Strength = 0.2;
        var options = new MarketSimulatorOptions
        {
            Instruments = 60,
            From = new DateOnly(2015, 1, 1),
            To = new DateOnly(2018, 12, 31),
            SignalStrength = Strength
        };
        var (linear, truth) = LinearModel.Samples(options, withInteraction: false);
        var (interacting, _) = LinearModel.Samples(options, withInteraction: true);

        var linearIc = LinearModel.HeldOutIc(linear, truth);
        var interactingIc = LinearModel.HeldOutIc(interacting, truth);

        TestContext.Out.WriteLine($"IC of the linear model {linearIc:F4}, with the product {interactingIc:F4}, of the signal {Strength}.");
        Assert.Multiple(() =>
        {
            Assert.That(Math.Abs(linearIc), Is.LessThan(Strength / 2));
            Assert.That(interactingIc, Is.GreaterThan(Strength / 2), "the same model given the product does see it");
        });
    }

    [TestCase(BarResolution.Daily)]
    [TestCase(BarResolution.Hour)]
    public void Write_ThenRead_GivesWhatGenerateGives_ToTheBit(BarResolution resolution)
    {
        var options = Lively with { Resolution = resolution, Instruments = 12 };

        new MarketSimulator(options).Write(_folder.Root);
        var report = new IntegrityReport();
        var folder = new LeanFolder(_folder.Root);
        var read = folder.Instruments(resolution).Select(name => folder.Read(name, resolution, report)).ToArray();

        var generated = MarketSimulator.Generate(options);
        Assert.Multiple(() =>
        {
            Assert.That(read.Select(series => series.Instrument), Is.EqualTo(generated.Select(series => series.Instrument)));
            for (var i = 0; i < read.Length; i++)
                Assert.That(read[i].Bars.ToArray(), Is.EqualTo(generated[i].Bars.ToArray()), read[i].Instrument);
            Assert.That(report.Findings.Where(finding => finding.Severity != IntegritySeverity.Warning), Is.Empty, "factor files are there, every row is sound");
            Assert.That(report.Findings, Is.Not.Empty, "silent days are reported");
        });
    }

    [TestCase(0.0001)]
    [TestCase(0.01)]
    [TestCase(0.05)]
    public void Simulate_PricesAreWholeTicks(double tick)
    {
        var market = new MarketSimulator(new MarketSimulatorOptions { Instruments = 4, TickSize = tick });

        for (var i = 0; i < 4; i++)
        {
            var bars = market.Simulate(i).Daily.Bars.ToArray();
            var deciCents = bars.SelectMany(bar => new[] { bar.Open, bar.High, bar.Low, bar.Close }).Select(LeanBarFile.ToDeciCents).ToArray();
            Assert.That(deciCents, Has.All.Matches<long>(price => price > 0 && price % LeanBarFile.ToDeciCents(tick) == 0));
            Assert.That(bars, Has.All.Matches<Bar>(bar => bar.HasSoundPrices));
        }
    }

    [Test]
    public void Write_SplitsAndDividendsAreInTheFiles_AndLeaveNoJumpInAdjustedReturns()
    {
        var simulator = new MarketSimulator(Lively);
        simulator.Write(_folder.Root);
        var folder = new LeanFolder(_folder.Root);
        int splits = 0, dividends = 0, rawJumps = 0;
        var worst = 0.0;

        for (var i = 0; i < Lively.Instruments; i++)
        {
            var instrument = simulator.Simulate(i);
            var rows = instrument.Factors.Rows;
            splits += rows.Zip(rows.Skip(1)).Count(pair => pair.First.SplitFactor != pair.Second.SplitFactor);
            dividends += rows.Zip(rows.Skip(1)).Count(pair => pair.First.PriceFactor != pair.Second.PriceFactor);
            rawJumps += Returns(instrument.Daily).Count(value => Math.Abs(value) > 0.42);
            worst = Math.Max(worst, Returns(folder.Read(instrument.Name, BarResolution.Daily)).Max(Math.Abs));
        }

        // The largest stormy daily volatility is 0.6 * 1.41 * 1.58 / sqrt(252) = 8.4 %; the least split moves a log price by 0.69.
        Assert.Multiple(() =>
        {
            Assert.That(splits, Is.GreaterThan(15));
            Assert.That(dividends, Is.GreaterThan(400));
            Assert.That(rawJumps, Is.EqualTo(splits), "raw prices do jump, at splits alone");
            Assert.That(worst, Is.LessThan(0.42));
        });
    }

    [Test]
    public void Write_AnExDate_ScalesThePriceBeforeByTheDividendsShare()
    {
        var instrument = new MarketSimulator(Lively with { HaltProbability = 0, ZeroVolumeProbability = 0 }).Simulate(0);
        var row = instrument.Factors.Rows.Skip(1).First();
        var next = instrument.Factors.Rows.Skip(2).First();
        var exDate = instrument.Daily.Bars.ToArray().Single(bar => bar.Day == row.Date);

        var dividend = (1 - row.PriceFactor / next.PriceFactor) * row.ReferencePrice;

        Assert.Multiple(() =>
        {
            Assert.That(row.ReferencePrice, Is.EqualTo((decimal)exDate.Close), "the raw close before the ex-date");
            Assert.That((double)dividend, Is.EqualTo((double)Math.Round(dividend, 2)).Within(1e-4), "whole cents");
            Assert.That(dividend, Is.Positive);
        });
    }

    [Test]
    public void Write_Twice_GivesTheSameBytes_AndAnotherSeedOthers()
    {
        var options = Lively with { Instruments = 6, Resolution = BarResolution.Hour };

        new MarketSimulator(options).Write(_folder["a"]);
        new MarketSimulator(options).Write(_folder["b"]);
        new MarketSimulator(options with { Seed = 2 }).Write(_folder["c"]);

        var files = Directory.EnumerateFiles(_folder["a"], "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder["a"], path)).ToList();
        Assert.That(files, Has.Count.EqualTo(6 * 4 + 2), "four an instrument, and LEAN's two databases");
        Assert.Multiple(() =>
        {
            foreach (var file in files)
            {
                Assert.That(File.ReadAllBytes(_folder[Path.Combine("b", file)]), Is.EqualTo(File.ReadAllBytes(_folder[Path.Combine("a", file)])), file);
                if (file.EndsWith(".zip", StringComparison.Ordinal))
                    Assert.That(File.ReadAllBytes(_folder[Path.Combine("c", file)]), Is.Not.EqualTo(File.ReadAllBytes(_folder[Path.Combine("a", file)])), file);
            }
        });
    }

    [Test]
    public void Simulate_DependsOnSeedAndIndexAlone()
    {
        var few = new MarketSimulator(Lively with { Instruments = 3 });
        var many = new MarketSimulator(Lively with { Instruments = 30 });

        Assert.Multiple(() =>
        {
            Assert.That(many.Simulate(2).Daily.Bars.ToArray(), Is.EqualTo(few.Simulate(2).Daily.Bars.ToArray()));
            Assert.That(few.Simulate(1).Daily.Bars.ToArray(), Is.Not.EqualTo(few.Simulate(2).Daily.Bars.ToArray()));
        });
    }

    [Test]
    public void Simulate_Hourly_MakesUpTheDailyBars_OnTheSamePath()
    {
        var options = Lively with { Instruments = 1, LateListingShare = 0 };
        var hourly = new MarketSimulator(options with { Resolution = BarResolution.Hour }).Simulate(0);
        var daily = new MarketSimulator(options).Simulate(0);

        var days = hourly.Hourly!.Bars.ToArray().GroupBy(bar => bar.Day).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(days.Select(day => day.Count()), Is.EqualTo(days.Select(day => UsTradingCalendar.ClosesEarly(day.Key) ? 4 : 7)));
            Assert.That(days[0].Select(bar => bar.Time.Hour), Is.EqualTo(new[] { 9, 10, 11, 12, 13, 14, 15 }));
            Assert.That(hourly.Daily.Bars.ToArray(), Is.EqualTo(days.Select(day => new Bar(
                day.Key.ToDateTime(TimeOnly.MinValue), day.First().Open, day.Max(bar => bar.High), day.Min(bar => bar.Low), day.Last().Close, day.Sum(bar => bar.Volume)))));
            Assert.That(
                hourly.Daily.Bars.ToArray().Select(bar => (bar.Day, bar.Open, bar.Close)),
                Is.EqualTo(daily.Daily.Bars.ToArray().Select(bar => (bar.Day, bar.Open, bar.Close))));
        });
    }

    [Test]
    public void Simulate_TenYears_PricesStayThoseOfStocks()
    {
        var simulator = new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = 300,
            From = new DateOnly(2010, 1, 1),
            To = new DateOnly(2019, 12, 31),
            SignalStrength = 0.5
        });

        var raw = Enumerable.Range(0, 300).Select(i => simulator.Simulate(i)).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(raw.Max(instrument => instrument.Daily.Bars.ToArray().Max(bar => bar.High)), Is.LessThan(1000));
            Assert.That(raw.Min(instrument => instrument.Daily.Bars.ToArray().Min(bar => bar.Low)), Is.GreaterThan(1));
            Assert.That(raw.All(instrument => instrument.Daily.Bars.ToArray().All(bar => bar.HasSoundPrices)));
            var growth = raw.Where(instrument => instrument.Daily.Count > 2000).Select(instrument => instrument.Adjusted()).Select(series => series.Bars[^1].Close / series.Bars[0].Close).Order().ToArray();
            Assert.That(growth[^1], Is.LessThan(200));
            Assert.That(growth[growth.Length / 2], Is.InRange(0.4, 5));
        });
    }

    [Test]
    public void Simulate_GapsAndListings_AreThoseAskedFor()
    {
        var simulator = new MarketSimulator(Lively);
        var market = Enumerable.Range(0, 60).Select(simulator.Simulate).ToArray();
        var late = market.Count(instrument => instrument.Daily.Bars[0].Day > simulator.Days[0]);
        var listed = market.Sum(instrument => simulator.Days.Count(day => day >= instrument.Daily.Bars[0].Day));

        Assert.Multiple(() =>
        {
            Assert.That(late, Is.InRange(8, 28), "30 % of 60");
            Assert.That(1 - (double)market.Sum(instrument => instrument.Daily.Count) / listed, Is.EqualTo(0.01).Within(0.003), "halts");
            Assert.That((double)market.Sum(instrument => instrument.Daily.Bars.ToArray().Count(bar => bar.Volume == 0)) / listed, Is.EqualTo(0.01).Within(0.003));
            Assert.That(market.All(instrument => instrument.Signals.Length == instrument.Daily.Count));
        });
    }

    [Test]
    public void Simulate_Exchangeable_AllInstrumentsHaveOneVolatilityAndListing()
    {
        var simulator = new MarketSimulator(Lively with { Exchangeable = true, HaltProbability = 0, ZeroVolumeProbability = 0 });
        var market = Enumerable.Range(0, 60).Select(i => simulator.Simulate(i).Adjusted()).ToArray();

        var deviations = market.Select(series => Math.Sqrt(Returns(series).Average(value => value * value))).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(market.Select(series => series.Count), Is.All.EqualTo(simulator.Days.Count));
            Assert.That(deviations.Max() / deviations.Min(), Is.LessThan(1.25), "what chance alone gives over 750 days");
            Assert.That(market.SelectMany(series => series.Bars.ToArray()).All(bar => bar.PriceFactor == 1));
        });
    }

    [Test]
    public void Validate_NamesAllFaults()
    {
        var options = new MarketSimulatorOptions { Instruments = 0, SignalStrength = 0.6, From = new DateOnly(2020, 1, 4), To = new DateOnly(2020, 1, 5), StormEnd = double.NaN };

        Assert.That(
            () => new MarketSimulator(options),
            Throws.ArgumentException.With.Message.Contains("Instruments must be in [1, 9999], found 0").And.Message.Contains("SignalStrength")
                .And.Message.Contains("must hold a trading day").And.Message.Contains("StormEnd"));
    }

    [Test]
    public void Options_SurviveJson()
    {
        var options = Lively with { Seed = 42, Resolution = BarResolution.Hour };

        var text = Newtonsoft.Json.JsonConvert.SerializeObject(options);

        Assert.That(Newtonsoft.Json.JsonConvert.DeserializeObject<MarketSimulatorOptions>(text), Is.EqualTo(options));
    }

    /// <summary>Each bar's signal with the index of the next bar that traded.</summary>
    private static IEnumerable<(SimulatedInstrument Instrument, double Signal, int Next)> Pairs(SimulatedInstrument instrument)
    {
        var traded = Enumerable.Range(0, instrument.Daily.Count).Where(i => !double.IsNaN(instrument.Signals[i])).ToArray();
        return traded.Zip(traded.Skip(1), (now, next) => (instrument, instrument.Signals[now], next));
    }

    private static IEnumerable<double> Returns(BarSeries series)
    {
        var bars = series.Bars.ToArray();
        return bars.Zip(bars.Skip(1), (before, after) => Math.Log(after.Close / before.Close));
    }
}
