using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>The charts of Figures 2 and 6: what a model takes against what it earns, with 1/N and random portfolios.</summary>
internal static class ProfitChart
{
    /// <summary>Sharpe ratio of 1/N, and 5 % to 95 % of those of random portfolios.</summary>
    public static (double Even, double Low, double High) RandomSharpe(ReportData data) =>
        (data.Market.EqualWeight.SharpeRatio, data.Market.RandomSharpe.P05, data.Market.RandomSharpe.P95);

    /// <summary>Total return of 1/N, and 5 % to 95 % of those of random portfolios.</summary>
    public static (double Even, double Low, double High) RandomReturn(ReportData data) =>
        (data.Market.EqualWeight.TotalReturn, data.Market.RandomReturn.P05, data.Market.RandomReturn.P95);

    /// <summary>One mark a model, where the x is known.</summary>
    public static ChartBlock Create(
        string id,
        string title,
        string x,
        string y,
        ModelRuns[] models,
        Func<ModelRuns, double> at,
        Func<PortfolioRecord, double> figure,
        (double Even, double Low, double High) random,
        ReportData data)
    {
        ModelRuns[] placed = [.. models.Where(model => at(model) > 0)];
        return new ChartBlock(id, title, $"Bars: standard deviation over {data.Result.Options.Seeds} seeds. Dashed: 1/N. Shaded: 5 % to "
            + "95 % of random portfolios.", new PointsChart
            {
                XTitle = x,
                YTitle = y,
                Lines =
            [
                .. placed.Select(model =>
                    new ChartLine(model.Name, model.Name.StartsWith("AlphaMix", StringComparison.Ordinal) ? "s1" : "s0",
                    [model.Point(at(model), figure)])),
                new ChartLine("1/N", "ew", [new ChartPoint(double.NaN, random.Even)])
            ],
                Range = new ChartRange("Random portfolios, 5 % to 95 %", [(double.NaN, random.Low, random.High)])
            });
    }
}
