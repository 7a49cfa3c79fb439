using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Pools;

/// <summary>
/// Everything about a pool but its tensors: what it was trained on, what it forecasts, how it trades. Stored as JSON in the artifact
/// (<c>docs/artifact-format.md</c>). Days are trading days in the exchange's local time.
/// </summary>
public sealed record PoolManifest
{
    /// <summary>Gets the version of the library that trained the pool.</summary>
    public required string LibraryVersion { get; init; }

    /// <summary>Gets the features and length of a window.</summary>
    public required FeatureSpec Features { get; init; }

    /// <summary>Gets how features are scaled; the moments are tensors.</summary>
    public required ScalerKind Scaler { get; init; }

    /// <summary>Gets the price normalisation of the bars (LEAN's <c>DataNormalizationMode</c>), such as <c>Adjusted</c>.</summary>
    public required string Normalization { get; init; }

    /// <summary>Gets the label that the experts forecast, with its horizon in trading days.</summary>
    public required LabelSpec Label { get; init; }

    /// <summary>Gets the instruments the pool was trained on, permticks in ordinal order.</summary>
    public required IReadOnlyList<string> Universe { get; init; }

    /// <summary>Gets the first day on which a training window ends.</summary>
    public required DateOnly TrainedFrom { get; init; }

    /// <summary>Gets the last day on which a training window ends; its label ends before <see cref="ValidatedFrom"/>.</summary>
    public required DateOnly TrainedTo { get; init; }

    /// <summary>Gets the first day on which a validation window ends.</summary>
    public required DateOnly ValidatedFrom { get; init; }

    /// <summary>Gets the last day on which a validation window ends.</summary>
    public required DateOnly ValidatedTo { get; init; }

    /// <summary>
    /// Gets the date of the last price that entered any fit: training, validation, selection, routers, calibration. Scores on or before it
    /// are in-sample, and refused by <c>evaluate</c> and the plugin unless allowed.
    /// </summary>
    public required DateOnly FittedThrough { get; init; }

    /// <summary>Gets the SHA-256 of the usable bars up to <see cref="FittedThrough"/>, 64 lower-case hex digits.</summary>
    public required string BarsFingerprint { get; init; }

    /// <summary>Gets the seed; with the same bars, configuration and seed training writes the same bytes.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the records of the groups of networks, in the order of their tensors; at least one.</summary>
    public required IReadOnlyList<GroupRecord> Groups { get; init; }

    /// <summary>Gets the records of the tree groups, in the order of their tensors. Default none.</summary>
    public IReadOnlyList<TreeGroupRecord> TreeGroups { get; init; } = [];

    /// <summary>
    /// Gets the validation profit of each member: the groups', then the tree groups'. Indices of R and W refer to members.
    /// </summary>
    public IReadOnlyList<double> ValidationProfits =>
        [.. Groups.Select(group => group.ValidationProfit), .. TreeGroups.Select(group => group.ValidationProfit)];

    /// <summary>Gets the record of the as-needed routers R; null when the pool has none.</summary>
    public AsNeededRecord? AsNeeded { get; init; }

    /// <summary>Gets the with-replacement selection W; null when the pool has none.</summary>
    public SelectionRecord? Selection { get; init; }

    /// <summary>Gets the record of the soup S; null when the pool has none.</summary>
    public SoupRecord? Soup { get; init; }

    /// <summary>Gets the records of the routers from outside the library. Default none.</summary>
    public IReadOnlyList<ExtensionRecord> Routers { get; init; } = [];

    /// <summary>Gets the records of the forecasters. Default none.</summary>
    public IReadOnlyList<ExtensionRecord> Forecasters { get; init; } = [];

    /// <summary>
    /// Gets the number of names (the paper's k) of the daily strategy whose profit the validation span measured, at least 1.
    /// </summary>
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

    /// <summary>
    /// Gets how often the validation span was used, by purpose: <c>epochs</c>, <c>topK</c>, <c>calibration</c>, the routers R, W and S, and
    /// extensions. Each use flatters the validation figures a little; reports print the counts.
    /// </summary>
    public required IReadOnlyDictionary<string, int> ValidationUses { get; init; }
}
