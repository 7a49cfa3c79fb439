using AlphaMix.Core.Features;

namespace AlphaMix.Training.Configuration;

/// <summary>The features and windows.</summary>
public sealed record FeatureOptions
{
    /// <summary>Gets the name of the feature set; <c>paper</c> (Table 2) is the one there is. Default paper.</summary>
    public string Set { get; init; } = "paper";

    /// <summary>Gets the days in a window (the paper's T). Default 10; hourly windows hold 5 days when left at 0.</summary>
    public int WindowDays { get; init; }

    /// <summary>Gets the prices of <c>zclose</c>. Default adjusted, all that LEAN's Adjusted bars carry; splitAdjusted is the paper's.</summary>
    public PriceSource Close { get; init; } = PriceSource.Adjusted;

    /// <summary>Gets how features are scaled. Default pooled.</summary>
    public ScalerKind Scaler { get; init; } = ScalerKind.Pooled;

    /// <summary>Gives the feature specification.</summary>
    /// <param name="resolution">Length of a bar.</param>
    /// <param name="barsPerDay">Bars in a full trading day; 1 for daily bars.</param>
    public FeatureSpec SpecFor(BarResolution resolution, int barsPerDay) =>
        FeatureSpec.Paper((WindowDays > 0 ? WindowDays : resolution == BarResolution.Daily ? 10 : 5) * barsPerDay, resolution, Close);

    /// <summary>Names every fault.</summary>
    public IEnumerable<string> Faults()
    {
        if (Set != "paper")
            yield return $"features.set must be \"paper\", found \"{Set}\"";
        if (WindowDays is < 0 or > 250)
            yield return $"features.windowDays must be in [1, 250] (or 0 for the default), found {WindowDays}";
    }
}
