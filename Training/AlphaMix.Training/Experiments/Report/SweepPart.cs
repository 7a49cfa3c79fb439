using System.Globalization;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Results;
using AlphaMix.Training.Experiments.Tasks;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figures 9 and 10: the number of names held, and of experts in a group.</summary>
internal static class SweepPart
{
    public static ReportSection Figure9(ReportData data)
    {
        var pools = data.Result.Of("alphamix");
        Point[] points =
        [
            .. pools.SelectMany(unit => unit.Sweep).GroupBy(each => each.Value).OrderBy(same => same.Key)
                .SelectMany(same => same.First().Portfolios.Select(each => new Point(
                    same.Key, $"AlphaMix-{each.Name}", same.First().Market, [.. same.Select(one => one.Portfolios.First(record => record.Name == each.Name))])))
        ];
        return Section(
            "figure-9", "Figure 9: the number of names held", "names held (k)",
            $"The pools of Table 4, portfolios of other sizes ({Setting(pools)}). More names are less risk by themselves: compare each point with the "
                + "random portfolios of its size.", points, data);
    }

    public static ReportSection Figure10(ReportData data)
    {
        var points = new List<Point>();
        IReadOnlyList<TaskResult> units = [];
        foreach (var experts in AblationTask.Experts)
        {
            units = data.Result.Of($"experts-{experts}");
            foreach (var router in new[] { "V", "R" })
            {
                if (data.Small($"experts-{experts}", router) is { } model)
                    points.Add(new Point(experts, $"AlphaMix-{router}", units[0].Market, model.Runs));
            }
        }

        var setting = Setting(units).Replace("of 32 experts", "of so many experts", StringComparison.Ordinal);
        return Section(
            "figure-10", "Figure 10: the number of experts in a group", "experts in a group (M)",
            $"Small pools: {setting}, one start a group, {data.Result.Options.Seeds} seeds a point.", [.. points], data);
    }

    private static ReportSection Section(string id, string heading, string x, string intro, Point[] points, ReportData data) => new(
        $"section-{id}",
        heading,
        intro,
        [
            Chart($"{id}-sr", "Sharpe ratio before costs", x, "SR", points, run => run.Gross.SharpeRatio, market => market.EqualWeight.SharpeRatio,
                market => (market.RandomSharpe.P05, market.RandomSharpe.P95), data),
            Chart($"{id}-tr", "Total return before costs", x, "TR in percent", points, run => run.Gross.TotalReturn, market =>
                market.EqualWeight.TotalReturn, market => (market.RandomReturn.P05, market.RandomReturn.P95), data),
            new TableBlock(
                id, "The points", x,
                [
                    new("router", "The router"), new("TR %", "Total return before costs", "N1"), new("SR", "Sharpe ratio before costs"),
                        new("MDD %", "Maximum drawdown", "N1"),
                    new("random SR", "5 % to 95 % of random portfolios of the same size"),
                        new("beats relab. %", "Share of relabelled portfolios with a lower Sharpe ratio", "N0"), new("net SR", "Sharpe ratio after costs"),
                    new("turnover %", "Share of the portfolio replaced in a day", "N0")
                ],
                [
                    .. points.Select(point => new TableRow(point.X.ToString(CultureInfo.InvariantCulture),
                    [
                        Cell.Words(point.Name[^1..]), Spread(point, run => run.Gross.TotalReturn), Spread(point, run => run.Gross.SharpeRatio),
                            Spread(point, run => run.Gross.MaxDrawdown),
                        Cell.Range(point.Market.RandomSharpe.P05, point.Market.RandomSharpe.P95), Spread(point, run => 100 * run.BeatsRelabelled),
                            Spread(point, run => run.Net.SharpeRatio),
                        Spread(point, run => 100 * run.Turnover)
                    ]))
                ])
        ]);

    private static PointsChart Chart(
        string id,
        string title,
        string x,
        string y,
        Point[] points,
        Func<PortfolioRecord, double> figure,
        Func<MarketRecord, double> even,
        Func<MarketRecord, (double Low, double High)> random,
        ReportData data)
    {
        var markets = points.DistinctBy(point => point.X).ToArray();
        return new PointsChart(id, title, $"Bars: standard deviation over {data.Result.Options.Seeds} seeds. Dashed: 1/N. Shaded: 5 % to 95 % of "
            + "random portfolios of the same size.")
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
        };
    }

    private static Cell Spread(Point point, Func<PortfolioRecord, double> figure) => Cell.Spread(point.Runs.Select(figure));

    private static string Setting(IReadOnlyList<TaskResult> units) => units.Count == 0 ? "none" : units[0].Setting;

    private sealed record Point(int X, string Name, MarketRecord Market, IReadOnlyList<PortfolioRecord> Runs);
}
