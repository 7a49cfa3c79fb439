namespace AlphaMix.Core.Features;

/// <summary>
/// The features of a row and the number of rows in a window. Stored in the artifact: trainer and plugin read it and assume nothing else.
/// Equality compares the lists by reference; compare <see cref="Features"/> item by item instead.
/// </summary>
public sealed record FeatureSpec
{
    private static readonly int[] PaperAverages = [5, 10, 15, 20, 25, 30];
    private static readonly int[] ResidualHorizons = [1, 3, 5, 10, 21];

    /// <summary>Gets the features of one row, in the order of its values; names are unique.</summary>
    public required IReadOnlyList<Feature> Features
    {
        get => Columns;
        init => Columns = [.. value];
    }

    /// <summary>Gets the number of consecutive bars in a window (the paper's T), at least 1.</summary>
    public required int Window { get; init; }

    /// <summary>Gets the length of one bar. Default <see cref="BarResolution.Daily"/>.</summary>
    public BarResolution Resolution { get; init; } = BarResolution.Daily;

    /// <summary>Gets the number of features in a row (F).</summary>
    public int RowSize => Columns.Length;

    /// <summary>Gets the number of values in a window, T * F: the input size of an expert.</summary>
    public int InputSize => Window * RowSize;

    /// <summary>Gets the number of usable bars that a row reads, the current one included: the longest look-back.</summary>
    public int Lookback => Features.Max(feature => feature.Lookback);

    /// <summary>Gets a value indicating whether a row depends on the other instruments of the day: residual features.</summary>
    public bool IsCrossSectional => Array.Exists(Columns, feature => feature.IsCrossSectional);

    /// <summary>
    /// Gets the number of usable bars an instrument needs before it has its first full window; for features that depend on the other
    /// instruments, the market days of history after which windows are what they would be with any longer history.
    /// </summary>
    public int WarmUpBars => (IsCrossSectional ? ResidualFunction.WarmUpDays(Lookback) : Lookback) + Window - 1;

    /// <summary>
    /// Gets a value indicating whether the features can stand together: residual features alone, of daily bars and adjusted prices.
    /// </summary>
    internal bool IsAlike => !IsCrossSectional
        || (Resolution == BarResolution.Daily
            && Array.TrueForAll(Columns, feature => feature.IsCrossSectional && feature.Source == PriceSource.Adjusted));

    /// <summary>Gets the features as an array, which the row computer walks faster than a list.</summary>
    internal Feature[] Columns { get; private init; } = [];

    /// <summary>Returns the paper's 11 features: zopen zhigh zlow zclose zadj_close zd5 zd10 zd15 zd20 zd25 zd30.</summary>
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
                new("zopen", FeatureFunctions.OpenToClose),
                new("zhigh", FeatureFunctions.HighToClose),
                new("zlow", FeatureFunctions.LowToClose),
                new("zclose", FeatureFunctions.Return, 2, close),
                new("zadj_close", FeatureFunctions.Return, 2),
                .. PaperAverages.Select(days => new Feature($"zd{days}", FeatureFunctions.AverageToClose, days))
            ],
            Window = window,
            Resolution = resolution
        };

    /// <summary>
    /// Returns the features <c>residual-v1</c>: r1 r3 r5 r10 r21, residual returns of so many days, and s60, their 60-day s-score. Daily
    /// bars.
    /// </summary>
    /// <param name="window">Days in a window; 1, the default, leaves the past to the horizons.</param>
    /// <remarks><c>Residuals.ResidualCrossSection</c> defines them.</remarks>
    public static FeatureSpec ResidualV1(int window = 1) => new()
    {
        Features =
        [
            .. ResidualHorizons.Select(days => new Feature($"r{days}", FeatureFunctions.ResidualReturn, days)),
            new("s60", FeatureFunctions.ResidualScore, 60)
        ],
        Window = window
    };

    /// <summary>
    /// Returns the features <c>price-levels</c>, those of the authors' code on SZ50: open high low close typical volume, as they are. They
    /// need <see cref="ScalerKind.PerInstrument"/>.
    /// </summary>
    /// <param name="window">Bars in a window; the authors use 25 hourly ones.</param>
    /// <param name="resolution">Length of one bar.</param>
    public static FeatureSpec PriceLevels(int window, BarResolution resolution = BarResolution.Daily) => new()
    {
        Features = [.. BarLevel.All.Select(level => new Feature(level.Name.Replace("Level", "", StringComparison.Ordinal), level))],
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
            if (feature.Lookback < Math.Max(1, feature.Function.LeastLookback))
                faults.Add(
                    $"feature {feature.Name} needs a look-back of at least {feature.Function.LeastLookback}, found {feature.Lookback}");
        }

        if (!IsAlike)
            faults.Add("residual features need daily bars and adjusted prices, and stand alone");
        if (faults.Count > 0)
            throw new ArgumentException($"Feature specification: {string.Join("; ", faults)}.");
    }
}
