using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Table 3: AlphaMix and the baselines.</summary>
internal sealed class Table3Section : IReportSection
{
    public string Id => "section-table-3";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Table3) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        ModelRuns[] models = [.. data.Baselines, .. data.Lead is { } lead ? [lead] : Array.Empty<ModelRuns>()];
        List<ReportBlock> blocks = [ModelTables.Metrics("table-3", "Before costs, by the paper's convention", models, data),
            .. ModelTables.Beside("table-3", models, data)];
        if (data.Result.Missing.Count > 0)
        {
            var missing = data.Result.Missing.GroupBy(each => each.Reason)
                .Select(same => $"{string.Join(", ", same.Select(each => each.Name))} ({same.Key})");
            blocks.Add(new NoteBlock($"Missing: {string.Join("; ", missing)}."));
        }
        return new ReportSection(
            Id,
            "Table 3: AlphaMix and the baselines",
            $"AlphaMix is router R, as in the paper. {PaperBeside(data)} A model earns its row only where it stands above 1/N and above "
                + "the range of random portfolios.",
            blocks);
    }

    private static string PaperBeside(ReportData data) => data.Result.Market switch
    {
        PaperMarket.Acl18 => "The paper's figures (ACL18) stand under ours.",
        PaperMarket.Sz50 => "The paper's figures (SZ50) stand under ours.",
        _ => "The market is not the paper's, so that its figures are left out."
    };
}
