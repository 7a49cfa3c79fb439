using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>The tables of Tables 3 and 4: the paper's metrics, and what stands beside them.</summary>
internal static class ModelTables
{
    /// <summary>The paper's metrics of each model, with the paper's row under ours; Table 3 has the rows of missing models too.</summary>
    public static TableBlock Metrics(string id, string caption, ModelRuns[] models, ReportData data) => new(
        id,
        caption,
        "Model",
        Columns.Metrics,
        [
            .. models.SelectMany(model => Columns.PaperRow(model.Name, model.Paper).Prepend(Columns.MetricsRow(model))),
            .. data.Result.Missing.Where(_ => id == "table-3").SelectMany(each => Columns.PaperRow(each.Name, data.PaperOf(each.Name))),
            .. Columns.MarketRows(data.Market)
        ]);

    /// <summary>The same models beside portfolios without skill, and after costs.</summary>
    public static TableBlock[] Beside(string id, ModelRuns[] models, ReportData data) =>
    [
        new TableBlock($"{id}-beside", "The same models beside portfolios without skill", "Model", Columns.Beside,
            [.. models.Select(model => Columns.BesideRow(model, data.Market))]),
        new TableBlock($"{id}-net", "After costs, and what the forecasts are worth", "Model", Columns.AfterCosts,
            [.. models.Select(model => Columns.AfterCostsRow(model, data.Market))])
    ];
}
