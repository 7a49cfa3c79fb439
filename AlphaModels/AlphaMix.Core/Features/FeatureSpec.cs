namespace AlphaMix.Core.Features;

/// <summary>Which features make a row and how many rows make a window. Data, stored in the artifact: trainers and plugin read it, none assumes it.</summary>
public sealed record FeatureSpec
{
    private static readonly int[] PaperAverages = [5, 10, 15, 20, 25, 30];

    /// <summary>Gets the features of one row, in order.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>Gets the number of consecutive bars in a window (the paper's T), at least 1.</summary>
    public required int Window { get; init; }

    /// <summary>Gets the length of one bar.</summary>
    public BarResolution Resolution { get; init; } = BarResolution.Daily;

    /// <summary>Gets the number of features in a row (F).</summary>
    public int RowSize => Features.Count;

    /// <summary>Gets the number of values in a window, T * F: the input size of an expert.</summary>
    public int InputSize => Window * RowSize;

    /// <summary>Gets the number of bars a row depends on, the current one included.</summary>
    public int Lookback => Features.Max(feature => feature.Lookback);

    /// <summary>Gets the number of usable bars an instrument needs before it has its first full window.</summary>
    public int WarmUpBars => Lookback + Window - 1;

    /// <summary>Gives the paper's 11 features: zopen zhigh zlow zclose zadj_close zd5 zd10 zd15 zd20 zd25 zd30.</summary>
    /// <param name="window">Bars in a window; the paper uses 10 days.</param>
    /// <param name="resolution">Length of one bar.</param>
    /// <param name="close">
    /// Prices of <c>zclose</c>. The paper's are adjusted for splits alone; the default is fully adjusted prices, all that LEAN's
    /// Adjusted bars carry, so that <c>zclose</c> equals <c>zadj_close</c> (a documented departure).
    /// </param>
    /// <remarks>Paper, section 5.2, Table 2.</remarks>
    public static FeatureSpec Paper(
        int window = 10, BarResolution resolution = BarResolution.Daily, PriceSource close = PriceSource.Adjusted) => new()
        {
            Features =
            [
                new("zopen", FeatureKind.OpenToClose),
                new("zhigh", FeatureKind.HighToClose),
                new("zlow", FeatureKind.LowToClose),
                new("zclose", FeatureKind.Return, 2, close),
                new("zadj_close", FeatureKind.Return, 2),
                .. PaperAverages.Select(days => new Feature($"zd{days}", FeatureKind.AverageToClose, days))
            ],
            Window = window,
            Resolution = resolution
        };

    /// <summary>Checks the specification.</summary>
    /// <exception cref="ArgumentException">One or more faults; the message names all of them.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Window < 1)
            faults.Add($"window must be at least 1, found {Window}");
        if (Features.Count == 0)
            faults.Add("at least one feature is needed, found none");
        foreach (var twin in Features.GroupBy(feature => feature.Name).Where(names => names.Count() > 1))
            faults.Add($"feature names must be unique, found {twin.Key} {twin.Count()} times");
        foreach (var feature in Features)
        {
            var least = feature.Kind == FeatureKind.Return ? 2 : 1;
            if (feature.Lookback < least)
                faults.Add($"feature {feature.Name} needs a look-back of at least {least}, found {feature.Lookback}");
        }

        if (faults.Count > 0)
            throw new ArgumentException($"Feature specification: {string.Join("; ", faults)}.");
    }
}
