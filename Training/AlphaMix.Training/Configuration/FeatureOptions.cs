using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;

namespace AlphaMix.Training.Configuration;

/// <summary>The features and windows: a named set, or a list of columns.</summary>
public sealed record FeatureOptions
{
    /// <summary>The name of the features of the paper's Table 2.</summary>
    public const string Paper = "paper";

    /// <summary>The name of the residual features.</summary>
    public const string ResidualV1 = "residual-v1";

    /// <summary>The name of the price levels.</summary>
    public const string PriceLevels = "price-levels";

    /// <summary>
    /// Gets the name of the feature set: <c>paper</c> (Table 2), <c>price-levels</c> (<see cref="FeatureSpec.PriceLevels"/>, the authors'
    /// features on SZ50) or <c>residual-v1</c> (<see cref="FeatureSpec.ResidualV1"/>). Default paper; null with a <see cref="List"/>.
    /// </summary>
    public string? Set
    {
        get => field ?? (List.Count == 0 ? Paper : null);
        init;
    }

    /// <summary>Gets the columns, in the place of a set. Default none.</summary>
    public IReadOnlyList<FeatureColumn> List { get; init; } = [];

    /// <summary>
    /// Gets the days in a window (the paper's T). Left at 0: 10; 5 for hourly bars; 1 for residual features, whose horizons reach back
    /// themselves.
    /// </summary>
    public int WindowDays { get; init; }

    /// <summary>
    /// Gets the prices of the paper's <c>zclose</c>. Default adjusted, all that LEAN's Adjusted bars carry; splitAdjusted is the paper's.
    /// </summary>
    public PriceSource Close { get; init; } = PriceSource.Adjusted;

    /// <summary>Gets how features are scaled. Default pooled.</summary>
    public ScalerKind Scaler { get; init; } = ScalerKind.Pooled;

    /// <summary>Returns the feature specification.</summary>
    /// <param name="resolution">Length of a bar.</param>
    /// <param name="barsPerDay">Bars in a full trading day; 1 for daily bars.</param>
    /// <param name="extensions">What names of functions stand for; null for this library's own.</param>
    /// <exception cref="UnknownExtensionException">There is no function of a name.</exception>
    /// <exception cref="ArgumentException">A parameter is unknown or cannot be used.</exception>
    public FeatureSpec SpecFor(BarResolution resolution, int barsPerDay, ExtensionSet? extensions = null)
    {
        var window = (WindowDays > 0 ? WindowDays : resolution == BarResolution.Daily ? 10 : 5) * barsPerDay;
        if (List.Count == 0)
            return Set switch
            {
                ResidualV1 => FeatureSpec.ResidualV1(Math.Max(WindowDays, 1)) with { Resolution = resolution },
                PriceLevels => FeatureSpec.PriceLevels(window, resolution),
                _ => FeatureSpec.Paper(window, resolution, Close)
            };
        var spec = new FeatureSpec
        {
            Features = [.. List.Select(column => column.Create(extensions ?? BuiltIn.Extensions))],
            Window = window,
            Resolution = resolution
        };
        return spec.IsCrossSectional ? spec with { Window = Math.Max(WindowDays, 1) } : spec;
    }

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    /// <param name="resolution">Length of a bar.</param>
    /// <param name="extensions">What names of functions stand for.</param>
    public IEnumerable<string> Faults(BarResolution resolution, ExtensionSet extensions)
    {
        if (WindowDays is < 0 or > 250)
            yield return $"features.windowDays must be in [1, 250] (or 0 for the default), found {WindowDays}";
        foreach (var fault in List.Count == 0 ? SetFaults(resolution) : ListFaults(resolution, extensions))
            yield return fault;
    }

    private IEnumerable<string> SetFaults(BarResolution resolution)
    {
        if (Set is not (Paper or PriceLevels or ResidualV1))
            yield return $"features.set must be \"{Paper}\", \"{PriceLevels}\" or \"{ResidualV1}\", found \"{Set}\"";
        if (Set == PriceLevels && Scaler != ScalerKind.PerInstrument)
            yield return $"features.scaler must be \"perInstrument\" with features.set \"{PriceLevels}\", since prices of different "
                + $"instruments cannot be compared, found \"{Scaler}\"";
        if (Set == PriceLevels && Close != PriceSource.Adjusted)
            yield return $"features.close must be \"adjusted\" with features.set \"{PriceLevels}\", found \"{Close}\"";
        if (Set != ResidualV1)
            yield break;
        if (Scaler != ScalerKind.None)
            yield return $"features.scaler must be \"none\" with features.set \"{ResidualV1}\", whose values are ranks already, found "
                + $"\"{Scaler}\"";
        if (Close != PriceSource.Adjusted)
            yield return $"features.close must be \"adjusted\" with features.set \"{ResidualV1}\", found \"{Close}\"";
        if (resolution != BarResolution.Daily)
            yield return $"data.resolution must be \"daily\" with features.set \"{ResidualV1}\", found \"{resolution}\"";
    }

    private IEnumerable<string> ListFaults(BarResolution resolution, ExtensionSet extensions)
    {
        if (Set is not null)
            yield return $"features.set and features.list exclude each other, found the set \"{Set}\" and {List.Count} columns";
        if (Close != PriceSource.Adjusted)
            yield return $"features.close belongs to features.set \"{Paper}\"; a column of features.list has a source of its own, found "
                + $"\"{Close}\"";
        string[] faults = [.. List.Select((column, i) => column.Fault($"features.list[{i}]", extensions)).OfType<string>()];
        foreach (var fault in faults)
            yield return fault;
        if (faults.Length > 0 || WindowDays is < 0 or > 250)
            yield break;
        if (SpecFault(resolution, extensions) is { } specFault)
            yield return specFault;
    }

    private string? SpecFault(BarResolution resolution, ExtensionSet extensions)
    {
        var spec = SpecFor(resolution, 1, extensions);
        if (spec.IsCrossSectional && Scaler != ScalerKind.None)
            return $"features.scaler must be \"none\" with residual features, whose values are ranks already, found \"{Scaler}\"";
        try
        {
            spec.Validate();
            return null;
        }
        catch (ArgumentException fault)
        {
            return $"features.list: {fault.Message.TrimEnd('.')}";
        }
    }
}
