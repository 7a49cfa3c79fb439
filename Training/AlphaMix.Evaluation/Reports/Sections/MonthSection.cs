using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Heat maps: return and IC by month, and which instruments were held when.</summary>
internal sealed class MonthSection : IReportSection
{
    private const int MostRows = 40;

    public string Id => "months";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>() && context.Has<RunDiagnostics>();

    public ReportSection Create(ReportContext context)
    {
        var (result, curves, _) = context.Get<EvaluationOutcome>();
        var grid = context.Get<RunDiagnostics>().Grid;
        var days = curves.EqualWeight.Days;
        var costs = CostText.HasCosts(result) ? "after costs" : "without costs";
        IReadOnlyList<(string Name, IReadOnlyList<MonthFigures> Months)> returns =
        [
            .. result.Strategies.Select((router, r) => (router.Name, MonthFigures.Sums(days, Percent(curves.Strategies[r].Net.NetReturns)))),
            ("1/N", MonthFigures.Sums(days, Percent(curves.EqualWeightAtCosts[^1].NetReturns)))
        ];
        var blocks = new List<ReportBlock>
        {
            HeatMaps.Months(
                "monthly-returns", $"Return by month, percent, {costs}",
                "Sums of daily returns; a return counts for the month in which it was decided.", returns,
                value => Display.Formatted(value, "N1"))
        };
        if (result.Strategies.Count > 0)
        {
            blocks.Add(HeatMaps.Months(
                "monthly-ic", "IC by month, hundredths", "Mean daily correlation of P(up) with the next return, times 100.",
                [.. result.Strategies.Select(
                    router => (router.Name, MonthFigures.Means(days, Array.ConvertAll(router.Forecast.Daily, ic => 100 * ic))))],
                value => Display.Formatted(value, "N1")));
            blocks.Add(Picks(result.Strategies[0].Name, curves.Strategies[0].Net, grid));
        }

        return new ReportSection(Id, "Month by month", "", blocks);
    }

    private static double[] Percent(double[] returns) => Array.ConvertAll(returns, value => 100 * value);

    private static ChartBlock Picks(string router, SimulationResult simulation, MarketGrid grid)
    {
        var days = simulation.Days.Length;
        var held = new Dictionary<int, bool[]>();
        for (var d = 0; d < days; d++)
        {
            foreach (var holding in simulation.Holdings[d])
            {
                if (!held.TryGetValue(holding.Instrument, out var marks))
                    held[holding.Instrument] = marks = new bool[days];
                marks[d] = true;
            }
        }

        var often = held.OrderByDescending(pair => pair.Value.Count(mark => mark)).ThenBy(pair => pair.Key).Take(MostRows).ToArray();
        var caption = (held.Count > MostRows ? $"The {MostRows} names held most often, of {held.Count} ever held"
            : $"All {held.Count} names ever held")
            + ", most often first; a mark is a day. Every router's picks are in csv/picks.csv.";
        return new ChartBlock("picks-of-first", $"What {router} held", caption, new RasterChart
        {
            Days = simulation.Days,
            Rows = [.. often.Select(pair => (grid.Instruments[pair.Key], pair.Value))],
            Records = new ChartRecords(
                ["instrument", "days held"],
                [.. often.Select(pair => new[] { grid.Instruments[pair.Key], $"{pair.Value.Count(mark => mark)}" })])
        });
    }
}
