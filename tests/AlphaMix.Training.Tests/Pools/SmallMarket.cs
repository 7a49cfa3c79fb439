using AlphaMix.Core.Features;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Pools;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>A market and a pool small enough to train in a blink.</summary>
internal static class SmallMarket
{
    public static readonly DateSplit Split = new()
    {
        TrainFrom = new DateOnly(2014, 1, 1),
        ValidationFrom = new DateOnly(2015, 1, 1),
        TestFrom = new DateOnly(2015, 7, 1),
        TestTo = new DateOnly(2016, 1, 1)
    };

    public static IReadOnlyList<BarSeries> Generate(double signal = 0.1, long seed = 1, int instruments = 12, bool exchangeable = false) =>
        MarketSimulator.Generate(new MarketSimulatorOptions
        {
            Instruments = instruments,
            From = Split.TrainFrom,
            To = Split.TestTo,
            SignalStrength = signal,
            Exchangeable = exchangeable,
            Seed = seed
        });

    public static TrainingConfiguration Configuration(long seed = 1) => new()
    {
        Split = Split,
        Search = new SearchOptions { BatchSize = [32, 64], HiddenSize = [8], LearningRate = [1e-3] },
        Training = new TrainingOptions { Epochs = 2 },
        Pool = new PoolOptions { TopK = 2, Initialisations = 2 },
        Routers = new RouterOptions { AsNeeded = new AsNeededOptions { Epochs = 2 } },
        Seed = seed
    };

    public static TrainedPool Train(IReadOnlyList<BarSeries> series, TrainingConfiguration? configuration = null, int threads = 1) =>
        new PoolTrainer(configuration ?? Configuration(), new SimdGroupTrainer(), threads).Train(series);

    /// <summary>Gives the market with the bars from <paramref name="day"/> on replaced by garbage that is still a usable price.</summary>
    public static IReadOnlyList<BarSeries> Poison(IReadOnlyList<BarSeries> series, DateOnly day) =>
        [.. series.Select(each => new BarSeries(each.Instrument, each.Resolution, Array.ConvertAll(each.Bars.ToArray(), bar => bar.Day < day ? bar : Garbage(bar))))];

    private static Bar Garbage(Bar bar)
    {
        var price = 1 + (bar.Day.DayNumber * 7919 + bar.Close.GetHashCode() % 1000) % 500;
        return bar with { Open = price, High = price * 3, Low = price * 0.3, Close = price * 1.7, Volume = bar.Volume + 1 };
    }
}
