using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>The tasks of an experiment, sorted for its report.</summary>
internal sealed class ReportData
{
    private static readonly string[] Routers = ["V", "R", "W", "S"];

    public ReportData(ExperimentResult result)
    {
        Result = result;
        var pools = result.TasksOf("alphamix");
        Variants =
        [
            .. Routers.Where(router => pools.Count > 0 && pools[0].Portfolios.Any(each => each.Name == router))
                .Select(router => Model($"AlphaMix-{router}", $"AlphaMix-{router}", router, pools))
        ];
        Baselines =
        [
            .. PaperTables.Baselines.Concat(Others(result)).Distinct()
                .Select(name => (name, Tasks: result.TasksOf(name)))
                .Where(each => each.Tasks.Count > 0)
                .Select(each => Model(each.Tasks[0].Portfolios[0].Name, each.name, each.Tasks[0].Portfolios[0].Name, each.Tasks))
        ];
        Market = ((pools.Count > 0 ? pools[0] : null) ?? result.Tasks.FirstOrDefault(task =>
            !task.Key.StartsWith("departure-", StringComparison.Ordinal)) ?? result.Tasks[0]).Market;
    }

    public ExperimentResult Result { get; }

    /// <summary>Gets V, R, W and S.</summary>
    public IReadOnlyList<ModelRuns> Variants { get; }

    /// <summary>Gets the baselines in the paper's order.</summary>
    public IReadOnlyList<ModelRuns> Baselines { get; }

    /// <summary>Gets 1/N and random portfolios of the test span.</summary>
    public MarketRecord Market { get; }

    /// <summary>Gets the row AlphaMix of the paper's Table 3: R (footnote 7), or V where there is no R.</summary>
    public ModelRuns? Lead
    {
        get
        {
            var lead = Variants.FirstOrDefault(each => each.Name == "AlphaMix-R") ?? (Variants.Count > 0 ? Variants[0] : null);
            return lead is null ? null : lead with { Name = $"AlphaMix ({lead.Name[^1]})", Paper = PaperOf("AlphaMix") };
        }
    }

    /// <summary>
    /// Gets the single network that AlphaMix is set against in Figures 7 and 8: the paper's GRU, else the perceptron, else any baseline.
    /// </summary>
    public ModelRuns? Single => Find("GRU") ?? Find("MLP") ?? (Baselines.Count > 0 ? Baselines[0] : null);

    /// <summary>Returns whether a table or figure was asked for.</summary>
    public bool Wants(ExperimentPart part) => Result.Options.Wants(part);

    public ModelRuns? Find(string baseline) => Baselines.FirstOrDefault(each => each.Name == baseline);

    public PaperRow? PaperOf(string model) => Result.Market is { } market ? PaperTables.Find(market, model) : null;

    /// <summary>Returns models of the small pools of a condition or point: V, R, W and S over the seeds.</summary>
    public ModelRuns? Small(string key, string router)
    {
        var tasks = Result.TasksOf(key);
        return tasks.Count > 0 && tasks[0].Portfolios.Any(each => each.Name == router) ? Model(key, null, router, tasks) : null;
    }

    private ModelRuns Model(string name, string? paper, string record, IReadOnlyList<TaskResult> tasks) => new(
        name,
        paper is null ? null : PaperOf(paper),
        [.. tasks.Select(task => task.Portfolios.First(each => each.Name == record))],
        [.. tasks.Select(task => task.TrainingSeconds)]);

    private static IEnumerable<string> Others(ExperimentResult result) => result.Tasks
        .Select(task => task.Key[..task.Key.IndexOf('/', StringComparison.Ordinal)])
        .Where(key => key != "alphamix" && !key.StartsWith("departure-", StringComparison.Ordinal)
        && !key.StartsWith("experts-", StringComparison.Ordinal))
        .Where(key => !PaperTables.Baselines.Contains(key, StringComparer.OrdinalIgnoreCase));
}
