using System.Globalization;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>A point of Figures 9 and 10: one model at one x, over the seeds.</summary>
/// <param name="X">The number of names held, or of experts in a group.</param>
/// <param name="Name">The model.</param>
/// <param name="Market">1/N and random portfolios of the same size.</param>
/// <param name="Runs">Its figures, one a seed.</param>
internal sealed record SweepPoint(int X, string Name, MarketRecord Market, IReadOnlyList<PortfolioRecord> Runs)
{
    /// <summary>Creates the section of a figure: Sharpe ratio and total return over x, and a table of the points.</summary>
    public static ReportSection Section(string id, string heading, string x, string intro, SweepPoint[] points, ReportData data) => new(
        $"section-{id}",
        heading,
        intro,
        [
            Chart($"{id}-sr", "Sharpe ratio before costs", x, "SR", points, run => run.Gross.SharpeRatio,
                market => market.EqualWeight.SharpeRatio,
                market => (market.RandomSharpe.P05, market.RandomSharpe.P95), data),
            Chart($"{id}-tr", "Total return before costs", x, "TR in percent", points, run => run.Gross.TotalReturn, market =>
                market.EqualWeight.TotalReturn, market => (market.RandomReturn.P05, market.RandomReturn.P95), data),
            new TableBlock(
                id, "The points", x,
                [
                    new("router", "The router"), new("TR %", "Total return before costs", "N1"), new("SR", "Sharpe ratio before costs"),
                        new("MDD %", "Maximum drawdown", "N1"),
                    new("random SR", "5 % to 95 % of random portfolios of the same size"),
                        new("beats permuted %", "Share of permuted portfolios with a lower Sharpe ratio", "N0"),
                        new("net SR", "Sharpe ratio after costs"),
                    new("turnover %", "Share of the portfolio replaced in a day", "N0")
                ],
                [
                    .. points.Select(point => new TableRow(point.X.ToString(CultureInfo.InvariantCulture),
                    [
                        Cell.Words(point.Name[^1..]), Spread(point, run => run.Gross.TotalReturn),
                        Spread(point, run => run.Gross.SharpeRatio),
                            Spread(point, run => run.Gross.MaxDrawdown),
                        Cell.Range(point.Market.RandomSharpe.P05, point.Market.RandomSharpe.P95),
                        Spread(point, run => 100 * run.BeatsPermuted),
                            Spread(point, run => run.Net.SharpeRatio),
                        Spread(point, run => 100 * run.Turnover)
                    ]))
                ])
        ]);

    private static ChartBlock Chart(
        string id,
        string title,
        string x,
        string y,
        SweepPoint[] points,
        Func<PortfolioRecord, double> figure,
        Func<MarketRecord, double> even,
        Func<MarketRecord, (double Low, double High)> random,
        ReportData data)
    {
        var markets = points.DistinctBy(point => point.X).ToArray();
        return new ChartBlock(id, title, $"Bars: standard deviation over {data.Result.Options.Seeds} seeds. Dashed: 1/N. Shaded: 5 % to "
            + "95 % of random portfolios of the same size.", new PointsChart
            {
                XTitle = x,
                YTitle = y,
                Scale = XScale.Even,
                Joined = true,
                Lines =
            [
                .. points.GroupBy(point => point.Name).Select((model, m) => new ChartLine(model.Key, $"s{m}",
                    [.. model.Select(point => new ModelRuns(point.Name, null, point.Runs, []).Point(point.X, figure))])),
                new ChartLine("1/N", "ew", [.. markets.Select(point => new ChartPoint(point.X, even(point.Market)))])
            ],
                Range = new ChartRange("Random portfolios, 5 % to 95 %", [.. markets.Select(point =>
                ((double)point.X, random(point.Market).Low, random(point.Market).High))])
            });
    }

    private static Cell Spread(SweepPoint point, Func<PortfolioRecord, double> figure) => Cell.Spread(point.Runs.Select(figure));

    /// <summary>Returns how the pools were trained.</summary>
    public static string Setting(IReadOnlyList<TaskResult> tasks) => tasks.Count == 0 ? "none" : tasks[0].Setting;
}
