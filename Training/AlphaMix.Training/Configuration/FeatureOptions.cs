using AlphaMix.Core.Features;

namespace AlphaMix.Training.Configuration;

/// <summary>The features and windows.</summary>
public sealed record FeatureOptions
{
    /// <summary>The name of the features of the paper's Table 2.</summary>
    public const string Paper = "paper";

    /// <summary>The name of the residual features.</summary>
    public const string ResidualV1 = "residual-v1";

    /// <summary>Gets the name of the feature set: <c>paper</c> (Table 2) or <c>residual-v1</c> (<see cref="FeatureSpec.ResidualV1"/>). Default paper.</summary>
    public string Set { get; init; } = Paper;

    /// <summary>Gets the days in a window (the paper's T). Left at 0: 10; 5 for hourly bars; 1 for residual-v1, whose horizons reach back themselves.</summary>
    public int WindowDays { get; init; }

    /// <summary>Gets the prices of <c>zclose</c>. Default adjusted, all that LEAN's Adjusted bars carry; splitAdjusted is the paper's.</summary>
    public PriceSource Close { get; init; } = PriceSource.Adjusted;

    /// <summary>Gets how features are scaled. Default pooled.</summary>
    public ScalerKind Scaler { get; init; } = ScalerKind.Pooled;

    /// <summary>Gives the feature specification.</summary>
    /// <param name="resolution">Length of a bar.</param>
    /// <param name="barsPerDay">Bars in a full trading day; 1 for daily bars.</param>
    public FeatureSpec SpecFor(BarResolution resolution, int barsPerDay) => Set == ResidualV1
        ? FeatureSpec.ResidualV1(Math.Max(WindowDays, 1)) with { Resolution = resolution }
        : FeatureSpec.Paper((WindowDays > 0 ? WindowDays : resolution == BarResolution.Daily ? 10 : 5) * barsPerDay, resolution, Close);

    /// <summary>Names every fault.</summary>
    public IEnumerable<string> Faults()
    {
        if (Set is not (Paper or ResidualV1))
            yield return $"features.set must be \"{Paper}\" or \"{ResidualV1}\", found \"{Set}\"";
        if (Set == ResidualV1 && Scaler != ScalerKind.None)
            yield return $"features.scaler must be \"none\" with features.set \"{ResidualV1}\", whose values are ranks already, found \"{Scaler}\"";
        if (Set == ResidualV1 && Close != PriceSource.Adjusted)
            yield return $"features.close must be \"adjusted\" with features.set \"{ResidualV1}\", found \"{Close}\"";
        if (WindowDays is < 0 or > 250)
            yield return $"features.windowDays must be in [1, 250] (or 0 for the default), found {WindowDays}";
    }
}
