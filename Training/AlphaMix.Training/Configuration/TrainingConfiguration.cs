using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Signals;
using AlphaMix.Training.Panels;
using Newtonsoft.Json;

namespace AlphaMix.Training.Configuration;

/// <summary>
/// Everything that determines a pool besides the bars: what <c>train CONFIG.json</c> reads. Stored in the run folder, so that a run can be
/// repeated.
/// </summary>
public sealed record TrainingConfiguration
{
    /// <summary>Gets the set of defaults the configuration was read with. Default paper.</summary>
    public Profile Profile { get; init; } = Profile.Paper;

    /// <summary>Gets which instruments and bars are read.</summary>
    public DataOptions Data { get; init; } = new();

    /// <summary>Gets the features and windows.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>Gets the label that the experts forecast.</summary>
    public LabelOptions Label { get; init; } = new();

    /// <summary>Gets the spans.</summary>
    public required DateSplit Split { get; init; }

    /// <summary>Gets how <c>--walk-forward</c> repeats the spans.</summary>
    public WalkForwardOptions WalkForward { get; init; } = new();

    /// <summary>Gets the hyperparameter search (Algorithm 1, lines 1 and 2).</summary>
    public SearchOptions Search { get; init; } = new();

    /// <summary>Gets how each group is trained.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>Gets how the pool is built from the search (Algorithm 1, lines 2 to 9).</summary>
    public PoolOptions Pool { get; init; } = new();

    /// <summary>Gets the routers.</summary>
    public RouterOptions Routers { get; init; } = new();

    /// <summary>Gets the forecasters of extensions that are trained beside the groups, by name. Default none.</summary>
    public IReadOnlyList<ExtensionOptions> Forecasters { get; init; } = [];

    /// <summary>Gets the portfolio rule.</summary>
    public PortfolioOptions Portfolio { get; init; } = new();

    /// <summary>Gets the seed; runs with different seeds share neither starts nor shuffles. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Gets the implementations of the configuration's names; not part of the file. Default this library's own.</summary>
    [JsonIgnore]
    public ExtensionSet Extensions { get; init; } = BuiltIn.Extensions;

    /// <summary>Gets what the artifact stores of the label.</summary>
    internal LabelSpec LabelSpec => Label.SpecFor(Extensions);

    /// <summary>Checks the configuration.</summary>
    /// <exception cref="ConfigurationException">One or more faults; the message names all of them.</exception>
    public void Validate()
    {
        IEnumerable<string> faults =
        [
            .. Features.Faults(Data.Resolution, Extensions), .. Label.Faults(Extensions), .. Split.Faults(), .. Search.Faults(),
            .. Training.Faults(), .. Pool.Faults(), .. Routers.Faults(Pool), .. Portfolio.Faults(Extensions), .. WalkForward.Faults(),
            .. Together()
        ];
        if (faults.Any())
            throw new ConfigurationException($"Configuration: {string.Join("; ", faults)}.");
    }

    /// <summary>Names the faults of values that do not fit each other.</summary>
    private IEnumerable<string> Together()
    {
        if (Portfolio.ScorePriorWeight() is > 0 and var share && !HasPrior())
            yield return $"portfolio.priorWeight must be 0 without features.set \"{FeatureOptions.ResidualV1}\", which the prior is made "
                + $"of, found {share}";
    }

    /// <summary>Returns whether the features have the prior's horizons; a feature list with a fault of its own is not judged.</summary>
    private bool HasPrior() => Features.List.Count == 0
        ? Features.Set == FeatureOptions.ResidualV1
        : Features.Faults(Data.Resolution, Extensions).Any() || ReversalPrior.IsIn(Features.SpecFor(Data.Resolution, 1, Extensions));
}
