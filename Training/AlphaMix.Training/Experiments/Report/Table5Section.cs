using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Table 5.</summary>
internal sealed class Table5Section : IReportSection
{
    private static readonly TableColumn[] Heads =
    [
        new("diversity", "I: initialisation, H: hyperparameters"),
        new("members", "Number of members compared", "N0"),
        new("pairwise", "Mean over pairs of members of \"the two decide differently\" (Fort et al. 2019): what the paper's text "
            + "describes", "N4"),
        new("non-unanimous", "Share of samples on which the members are not of one mind: what the authors' code counts", "N4"),
        new("paper", "The paper's Table 5", "N4"),
        new("n", "Number of seeds with at least two members to compare", "N0")
    ];

    public string Id => "section-table-5";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Table5) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        var rows = new List<TableRow>();
        foreach (var (baseline, kind) in new[] { ("DeepEns", "I"), ("HyperEns", "H"), ("DNNE", "I, resampled") })
            rows.AddRange(Row(baseline, kind, Paper(data, baseline), Records(data.Result.TasksOf(baseline), baseline)));
        var pools = data.Result.TasksOf("alphamix");
        foreach (var ensemble in pools.SelectMany(task => task.Diversity).Select(each => each.Ensemble).Distinct())
        {
            var isExperts = ensemble.StartsWith("experts", StringComparison.Ordinal);
            rows.AddRange(Row($"AlphaMix, {ensemble}", isExperts ? "fast vectors" : "I & H",
                isExperts ? double.NaN : Paper(data, "AlphaMix"),
                Records(pools, ensemble)));
        }

        return new ReportSection(
            Id,
            "Table 5: disagreement inside ensembles",
            "Two definitions, because the paper describes one and its code counts the other. Non-unanimity grows with the number of "
                + "members by itself: compare rows of one size. Disagreement is no skill: random members disagree most.",
            [new TableBlock("table-5", "Share of test samples on which members decide differently", "Ensemble", Heads, rows)]);
    }

    private static double Paper(ReportData data, string ensemble) =>
        data.Result.Market is { } market ? PaperTables.Disagreement(market, ensemble) : double.NaN;

    private static DiversityRecord[] Records(IReadOnlyList<TaskResult> tasks, string ensemble) =>
        [.. tasks.SelectMany(task => task.Diversity).Where(each => each.Ensemble == ensemble)];

    private static IEnumerable<TableRow> Row(string name, string kind, double paper, DiversityRecord[] records)
    {
        if (records.Length == 0)
            yield break;
        yield return new TableRow(name,
        [
            Cell.Words(kind), Cell.Spread(records.Select(each => (double)each.Members)) is { Deviation: > 0 } members ? members
                : Cell.Number(records[0].Members),
            Cell.Spread(records.Select(each => each.Pairwise)), Cell.Spread(records.Select(each => each.NonUnanimous)), double.IsNaN(paper)
                ? Cell.Empty : Cell.Number(paper),
            Cell.Number(records.Length)
        ]);
    }
}
