using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Pools;

/// <summary>All that is known of a pool apart from its numbers. Stored as JSON in the artifact.</summary>
public sealed record PoolManifest
{
    /// <summary>Gets the version of the library that trained the pool.</summary>
    public required string LibraryVersion { get; init; }

    /// <summary>Gets the features of a window.</summary>
    public required FeatureSpec Features { get; init; }

    /// <summary>Gets how features are scaled.</summary>
    public required ScalerKind Scaler { get; init; }

    /// <summary>Gets the price normalisation of the bars (LEAN's <c>DataNormalizationMode</c>), such as <c>Adjusted</c>.</summary>
    public required string Normalization { get; init; }

    /// <summary>Gets what the experts forecast.</summary>
    public required LabelSpec Label { get; init; }

    /// <summary>Gets the instruments the pool was trained on, permticks in ordinal order.</summary>
    public required IReadOnlyList<string> Universe { get; init; }

    /// <summary>Gets the first day whose window was trained on.</summary>
    public required DateOnly TrainedFrom { get; init; }

    /// <summary>Gets the last day whose window was trained on.</summary>
    public required DateOnly TrainedTo { get; init; }

    /// <summary>Gets the first day of the validation span.</summary>
    public required DateOnly ValidatedFrom { get; init; }

    /// <summary>Gets the last day of the validation span.</summary>
    public required DateOnly ValidatedTo { get; init; }

    /// <summary>Gets the date of the last price that entered any fit: training, validation, selection, routers, calibration.</summary>
    public required DateOnly FittedThrough { get; init; }

    /// <summary>Gets the SHA-256 of the bars up to <see cref="FittedThrough"/>, lower-case hex.</summary>
    public required string BarsFingerprint { get; init; }

    /// <summary>Gets the seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the groups, in the order of their tensors.</summary>
    public required IReadOnlyList<GroupRecord> Groups { get; init; }

    /// <summary>Gets the as-needed router, or null when the pool has none.</summary>
    public AsNeededRecord? AsNeeded { get; init; }

    /// <summary>Gets the with-replacement selection, or null when the pool has none.</summary>
    public SelectionRecord? Selection { get; init; }

    /// <summary>Gets the soup, or null when the pool has none.</summary>
    public SoupRecord? Soup { get; init; }

    /// <summary>Gets the routers from outside the library. Default none.</summary>
    public IReadOnlyList<ExtensionRecord> Routers { get; init; } = [];

    /// <summary>Gets the forecasters. Default none.</summary>
    public IReadOnlyList<ExtensionRecord> Forecasters { get; init; } = [];

    /// <summary>Gets the number of names (the paper's k) of the daily strategy whose profit the validation span measured.</summary>
    public required int TopK { get; init; }

    /// <summary>Gets the rule that trades the pool's scores. Default <see cref="DailyTopK"/> with <see cref="TopK"/> names.</summary>
    public IPortfolioRule Rule
    {
        get => field ?? new DailyTopK { TopK = TopK };
        init;
    }

    /// <summary>
    /// Gets the share of the reversal prior in the daily score, in [0, 1]: the score is then the weighted mean of the cross-sectional ranks
    /// of P(up) and of the prior (<see cref="Signals.DailyScore"/>). Null, the default, where the score is P(up) itself.
    /// </summary>
    public double? PriorWeight { get; init; }

    /// <summary>Gets how often the validation span was used, by purpose.</summary>
    public required IReadOnlyDictionary<string, int> ValidationUses { get; init; }
}
