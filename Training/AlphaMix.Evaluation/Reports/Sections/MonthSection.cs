using System.Globalization;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Heat maps of return, active return and IC by month, and of which instruments were held when.</summary>
internal sealed class MonthSection : IReportSection
{
    private const int MostRows = 40;
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public string Id => "months";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<EvaluationOutcome>();
        var (result, curves, _) = outcome;
        var blocks = new List<ReportBlock> { Returns(outcome) };
        if (result.Strategies.Count > 0)
            blocks.AddRange(
            [
                InformationCoefficients(outcome),
                .. Active(outcome),
                Picks(curves.Strategies[0].Name, curves.Strategies[0].Net, outcome.Simulator.Grid.Instruments)
            ]);
        return new ReportSection(Id, "Month by month", "", blocks);
    }

    private static ChartBlock Returns(EvaluationOutcome outcome) => HeatMaps.Months(
        "monthly-returns",
        $"Return by month, percent, {CostText.AfterHighest(outcome.Result)}",
        "Sums of daily returns; a return counts for the month in which it was decided.",
        [
            .. outcome.Curves.Strategies.Select(one => (one.Name, Sums(outcome, one.Net.NetReturns))),
            ("1/N", Sums(outcome, outcome.Curves.EqualWeightAtCosts[^1].NetReturns))
        ],
        value => Display.Formatted(value, "N1"));

    private static ChartBlock InformationCoefficients(EvaluationOutcome outcome) => HeatMaps.Months(
        "monthly-ic",
        "IC by month, hundredths",
        "Mean daily correlation of the score with the next return, times 100.",
        [
            .. outcome.Result.Strategies.Select(strategy => (
                strategy.Name,
                MonthFigures.Means(outcome.Curves.EqualWeight.Days, Array.ConvertAll(strategy.Forecast.Daily, ic => 100 * ic))))
        ],
        value => Display.Formatted(value, "N1"));

    private static IEnumerable<ChartBlock> Active(EvaluationOutcome outcome)
    {
        var equalWeight = outcome.Curves.EqualWeightAtCosts[^1].NetReturns;
        (string Name, IReadOnlyList<MonthFigures> Months)[] active =
        [
            .. outcome.Curves.Strategies.Select(one => (one.Name, Sums(outcome, ActiveReturns.Daily(one.Net.NetReturns, equalWeight))))
        ];
        var after = CostText.AfterHighest(outcome.Result);
        yield return Calendar($"Active return of {active[0].Name} over 1/N by month, percent, {after}", active[0].Months);
        if (active.Length > 1)
            yield return HeatMaps.Months(
                "monthly-active-all", $"Active return over 1/N by month, percent, {after}",
                "The same of every strategy. Strategies that are ahead in the same months share their source of return.", active,
                value => Display.Formatted(value, "N1"));
    }

    private static ChartBlock Calendar(string title, IReadOnlyList<MonthFigures> months)
    {
        int[] years = [.. months.Select(month => month.Year).Distinct()];
        var values = months.ToDictionary(month => (month.Year, month.Month), month => month.Value);
        return new ChartBlock(
            "monthly-active",
            title,
            "Sums of the daily differences, blue where the portfolio was ahead, orange where 1/N was. Look for one month, or one year, "
                + "that made the rest.",
            new HeatMap
            {
                Rows = [.. years.Select(year => year.ToString(CultureInfo.InvariantCulture))],
                Columns = MonthNames,
                Value = (row, column) => values.GetValueOrDefault((years[row], column + 1), double.NaN),
                Format = value => Display.Formatted(value, "N1"),
                Records = new ChartRecords(
                    ["month", "value"],
                    [.. months.Select(month => new[] { $"{month.Year:0000}-{month.Month:00}", Display.Machine(month.Value) })])
            });
    }

    private static ChartBlock Picks(string strategy, SimulationResult simulation, IReadOnlyList<string> instruments)
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
            + ", most often first; a mark is a day. The holdings of every strategy are in csv/picks.csv.";
        return new ChartBlock("picks-of-first", $"Holdings of {strategy}", caption, new RasterChart
        {
            Days = simulation.Days,
            Rows = [.. often.Select(pair => (instruments[pair.Key], pair.Value))],
            Records = new ChartRecords(
                ["instrument", "days held"],
                [.. often.Select(pair => new[] { instruments[pair.Key], $"{pair.Value.Count(mark => mark)}" })])
        });
    }

    private static IReadOnlyList<MonthFigures> Sums(EvaluationOutcome outcome, double[] returns) =>
        MonthFigures.Sums(outcome.Curves.EqualWeight.Days, Array.ConvertAll(returns, value => 100 * value));
}
