using System.Globalization;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports;

/// <summary>The daily records behind a report: portfolios by day, holdings, and the audit trail.</summary>
internal static class EvaluationCsv
{
    private static readonly string[] DayColumns =
        ["portfolio", "cost bps", "day", "gross return", "net return", "turnover", "cost", "fallback", "ic", "rank ic"];

    private static readonly string[] TraceColumns =
    [
        "router", "day", "instrument", "rank", "P(up)", "experts asked", "group", "mixture weight", "log-odds", "speaks", "change without",
        "decisive"
    ];

    /// <summary>Writes a line a cost, portfolio and day: returns, turnover, costs, why it was 1/N if it was, IC and RankIC.</summary>
    public static void WriteDays(EvaluationOutcome outcome, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var (result, curves, _) = outcome;
        DocumentCsv.WriteRows(
            DayColumns,
            from c in Enumerable.Range(0, result.Costs.Count)
            let bps = Display.Machine(result.Costs[c].ExpectedBps)
            from line in result.Strategies
                .SelectMany((one, s) =>
                    Days(one.Name, bps, curves.Strategies[s].AtCosts[c], one.Forecast.Daily, one.Forecast.DailyRank))
                .Concat(Days("1/N", bps, curves.EqualWeightAtCosts[c], [], []))
            select line,
            output);
    }

    /// <summary>Writes a line a portfolio, day and name held, at the highest costs; rank 0 is a name not ranked that day.</summary>
    public static void WritePicks(EvaluationOutcome outcome, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var instruments = outcome.Simulator.Grid.Instruments;
        DocumentCsv.WriteRows(
            ["portfolio", "day", "instrument", "rank", "portfolio weight"],
            from one in outcome.Curves.Strategies
            from d in Enumerable.Range(0, one.Net.Days.Length)
            from holding in one.Net.Holdings[d]
            select new[]
            {
                one.Name, Display.Day(one.Net.Days[d]), instruments[holding.Instrument], Whole(holding.Rank),
                Display.Machine(holding.PortfolioWeight)
            },
            output);
    }

    /// <summary>Writes a line a pick and group asked: the audit trail.</summary>
    public static void WriteTrace(IEnumerable<RouterTrace> traces, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(traces);
        DocumentCsv.WriteRows(
            TraceColumns,
            from trace in traces
            from entry in trace.Entries
            from contribution in entry.Contributions
            select new[]
            {
                trace.Router, Display.Day(entry.Day), entry.Instrument, Whole(entry.Rank), Display.Machine(entry.ProbabilityUp),
                Whole(entry.ExpertsAsked), trace.Groups[contribution.Group],
                Display.Machine(contribution.MixtureWeight), Display.Machine(contribution.LogOdds),
                contribution.LogOdds > 0 ? "for" : "against",
                Display.Machine(contribution.ChangeWithout), contribution.Decisive ? "yes" : "no"
            },
            output);
    }

    private static IEnumerable<string[]> Days(string name, string bps, SimulationResult simulation, double[] ic, double[] rankIc) =>
        simulation.Days.Select((day, d) => new[]
        {
            name, bps, Display.Day(day), Display.Machine(simulation.GrossReturns[d]), Display.Machine(simulation.NetReturns[d]),
            Display.Machine(simulation.Turnover[d]), Display.Machine(simulation.Costs[d]), simulation.Fallbacks[d] ?? "",
            At(ic, d), At(rankIc, d)
        });

    private static string At(double[] values, int day) => day < values.Length ? Display.Machine(values[day]) : "";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
