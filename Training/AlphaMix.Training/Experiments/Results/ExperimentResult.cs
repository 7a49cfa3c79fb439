using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Experiments.Results;

/// <summary>All that an experiment found, for the report.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Market">The paper's market that this is, if any: then the paper's figures stand beside ours.</param>
/// <param name="Days">The decision days.</param>
/// <param name="RandomBand">Where random portfolios' equity lies, day by day.</param>
/// <param name="Missing">Baselines of Table 3 that are not here, with the reason.</param>
/// <param name="Tasks">The results of the tasks, in the order in which they are run.</param>
internal sealed record ExperimentResult(
    PaperExperimentOptions Options,
    PaperMarket? Market,
    IReadOnlyList<DateOnly> Days,
    EquityBand RandomBand,
    IReadOnlyList<MissingBaseline> Missing,
    IReadOnlyList<TaskResult> Tasks)
{
    /// <summary>Returns the tasks whose key begins with a name, one a seed.</summary>
    /// <param name="name">Such as <c>alphamix</c> or <c>mlp</c>.</param>
    public IReadOnlyList<TaskResult> TasksOf(string name) =>
        [.. Tasks.Where(task => task.Key.StartsWith(name.ToLowerInvariant() + "/", StringComparison.Ordinal))];
}
