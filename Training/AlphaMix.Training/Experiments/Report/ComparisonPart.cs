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
        List<ReportBlock> blocks = [Metrics("table-3", "Before costs, by the paper's convention", models, data), .. Beside("table-3", models, data)];
        if (data.Result.Missing.Count > 0)
            blocks.Add(new NoteBlock($"Missing: {string.Join("; ", data.Result.Missing.GroupBy(each => each.Reason).Select(same => $"{string.Join(", ", same.Select(each => each.Name))} ({same.Key})"))}."));
        return new ReportSection(
            "section-table-3",
            "Table 3: AlphaMix and the baselines",
            $"AlphaMix is router R, as in the paper. {PaperBeside(data)} A model earns its row only where it stands above 1/N and above the range of "
                + "random portfolios.",
            blocks);
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
                .. Same(data),
                .. Beside("table-4", models, data)
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

    // A router that is no more than another is said to be.
    private static IEnumerable<NoteBlock> Same(ReportData data)
    {
        var pools = data.Result.Of("alphamix");
        return pools.SelectMany(unit => unit.Notes)
            .Where(note => note.Contains(" equals ", StringComparison.Ordinal))
            .GroupBy(note => note)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new NoteBlock($"In {same.Count()} of {pools.Count} seeds: {same.Key}."));
    }

    private static TableBlock[] Beside(string id, ModelRuns[] models, ReportData data) =>
    [
        new TableBlock($"{id}-beside", "The same models beside portfolios without skill", "Model", Columns.Beside,
            [.. models.Select(model => Columns.BesideRow(model, data.Market))]),
        new TableBlock($"{id}-net", "After costs, and what the forecasts are worth", "Model", Columns.AfterCosts,
            [.. models.Select(model => Columns.AfterCostsRow(model, data.Market))])
    ];

    private static string PaperBeside(ReportData data) => data.Result.Market switch
    {
        PaperMarket.Acl18 => "The paper's figures (ACL18) stand under ours.",
        PaperMarket.Sz50 => "The paper's figures (SZ50) stand under ours.",
        _ => "The market is not the paper's, so that its figures are left out."
    };
}
