using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figure 2: model size against Sharpe ratio.</summary>
internal sealed class Figure2Section : IReportSection
{
    public string Id => "section-figure-2";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Figure2) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        ModelRuns[] models = [.. data.Baselines, .. data.Variants];
        return new ReportSection(
            Id,
            "Figure 2: model size against Sharpe ratio",
            "The paper plots its US models alone; here stand 1/N, which has no parameters and a Sharpe ratio of "
                + $"{data.Market.EqualWeight.SharpeRatio:0.00}, and the range of portfolios picked at random.",
            [ProfitChart.Create("figure-2", "Parameters of a forecast against Sharpe ratio", "parameters", "SR before costs", models,
                model => model.Parameters,
                run => run.Gross.SharpeRatio, ProfitChart.RandomSharpe(data), data)]);
    }
}
