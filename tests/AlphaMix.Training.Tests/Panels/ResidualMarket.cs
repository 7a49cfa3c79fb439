using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Training.Tests.Panels;

/// <summary>A market wide enough for residual features: 48 instruments over two years, some listed late, with halts.</summary>
internal static class ResidualMarket
{
    public static readonly DateOnly From = new(2014, 1, 2);
    public static readonly DateOnly To = new(2015, 12, 31);

    public static IReadOnlyList<BarSeries> Generate(int instruments = 48, double signal = 0, long seed = 3) =>
        MarketSimulator.Generate(new MarketSimulatorOptions
        {
            Instruments = instruments,
            From = From,
            To = To,
            SignalStrength = signal,
            LateListingShare = 0.1,
            HaltProbability = 0.003,
            ZeroVolumeProbability = 0.003,
            Seed = seed
        });

    /// <summary>Gives the bars from a day on.</summary>
    public static BarSeries Since(BarSeries series, DateOnly day) =>
        new(series.Instrument, series.Resolution, [.. series.Bars.ToArray().Where(bar => bar.Day >= day)]);
}
