using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Table 4: the routers.</summary>
internal sealed class Table4Section : IReportSection
{
    private static readonly string[] Ensembles = ["DNNE", "DeepEns", "HyperEns"];

    public string Id => "section-table-4";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Table4) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        ModelRuns[] models = [.. Ensembles.Select(data.Find).OfType<ModelRuns>(), .. data.Variants];
        return new ReportSection(
            Id,
            "Table 4: the routers",
            "V averages all groups, R asks groups as needed, W selects with replacement, S averages parameters into one group.",
            [
                ModelTables.Metrics("table-4", "Before costs, by the paper's convention", models, data),
                .. Same(data),
                .. ModelTables.Beside("table-4", models, data)
            ]);
    }

    // A router that is no more than another is said to be.
    private static IEnumerable<NoteBlock> Same(ReportData data)
    {
        var pools = data.Result.TasksOf("alphamix");
        return pools.SelectMany(task => task.Notes)
            .Where(note => note.Contains(" equals ", StringComparison.Ordinal))
            .GroupBy(note => note)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new NoteBlock($"In {same.Count()} of {pools.Count} seeds: {same.Key}."));
    }
}
