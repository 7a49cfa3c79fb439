using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Tables 3 and 4.</summary>
internal static class ComparisonPart
{
    private static readonly string[] Ensembles = ["DNNE", "DeepEns", "HyperEns"];

    public static ReportSection Table3(ReportData data)
    {
        ModelRuns[] models = [.. data.Baselines, .. data.Lead is { } lead ? [lead] : Array.Empty<ModelRuns>()];
        var blocks = new List<ReportBlock>
        {
            Metrics("table-3", "Before costs, by the paper's convention", models, data),
            new TableBlock("table-3-beside", "The same models beside portfolios without skill, and after costs", "Model", Columns.Beside, [.. models.Select(model => Columns.BesideRow(model, data.Market))])
        };
        if (data.Result.Missing.Count > 0)
            blocks.Add(new NoteBlock($"Missing: {string.Join("; ", data.Result.Missing.GroupBy(each => each.Reason).Select(same => $"{string.Join(", ", same.Select(each => each.Name))} ({same.Key})"))}."));
        return new ReportSection(
            "table-3",
            "Table 3: AlphaMix and the baselines",
            $"AlphaMix is router R, as in the paper. {PaperBeside(data)} A model earns its row only where it stands above 1/N and above the range of random portfolios.",
            blocks) with { Id = "section-table-3" };
    }

    public static ReportSection Table4(ReportData data)
    {
        ModelRuns[] models = [.. Ensembles.Select(data.Find).OfType<ModelRuns>(), .. data.Variants];
        return new ReportSection(
            "section-table-4",
            "Table 4: the routers",
            "V averages all groups, R asks groups as needed, W selects with replacement, S averages parameters into one group.",
            [
                Metrics("table-4", "Before costs, by the paper's convention", models, data),
                new TableBlock("table-4-beside", "The same beside portfolios without skill, and after costs", "Model", Columns.Beside, [.. models.Select(model => Columns.BesideRow(model, data.Market))])
            ]);
    }

    private static TableBlock Metrics(string id, string caption, ModelRuns[] models, ReportData data) => new(
        id,
        caption,
        "Model",
        Columns.Metrics,
        [
            .. models.SelectMany(model => Columns.PaperRow(model.Name, model.Paper).Prepend(Columns.MetricsRow(model))),
            .. data.Result.Missing.Where(_ => id == "table-3").SelectMany(each => Columns.PaperRow(each.Name, data.PaperOf(each.Name))),
            .. Columns.MarketRows(data.Market)
        ]);

    private static string PaperBeside(ReportData data) => data.Result.Market switch
    {
        PaperMarket.Acl18 => "The paper's figures (ACL18) stand under ours.",
        PaperMarket.Sz50 => "The paper's figures (SZ50) stand under ours.",
        _ => "The market is not the paper's, so that its figures are left out."
    };
}
