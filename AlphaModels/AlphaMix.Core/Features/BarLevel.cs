namespace AlphaMix.Core.Features;

/// <summary>
/// A price or the volume of the current bar as it is: the features of the authors' code on SZ50. Unlike every other function it has a unit,
/// so that only a scaler per instrument makes sense of it.
/// </summary>
/// <remarks>
/// The authors have the day's average price by volume in the place of <c>typicalLevel</c>, (high + low + close) / 3, for which a file needs
/// the amount traded. Prices are the adjusted ones, so that a split or dividend moves all levels before it; the volume is LEAN's only where
/// there are neither.
/// </remarks>
internal sealed class BarLevel : IFeatureFunction
{
    /// <summary>openLevel, highLevel, lowLevel, closeLevel, typicalLevel, volumeLevel.</summary>
    public static readonly IReadOnlyList<BarLevel> All =
    [
        new("openLevel", bar => bar.Open),
        new("highLevel", bar => bar.High),
        new("lowLevel", bar => bar.Low),
        new("closeLevel", bar => bar.Close),
        new("typicalLevel", bar => (bar.High + bar.Low + bar.Close) / 3),
        new("volumeLevel", bar => bar.Volume)
    ];

    private readonly Func<Bar, double> _level;

    private BarLevel(string name, Func<Bar, double> level) => (Name, _level) = (name, level);

    public string Name { get; }

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) => (float)_level(bars[^1]);
}
