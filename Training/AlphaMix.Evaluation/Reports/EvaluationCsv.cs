using System.Globalization;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports;

/// <summary>The daily records behind a report, too long for a page: portfolios by day, picks, the audit trail.</summary>
public static class EvaluationCsv
{
    /// <summary>Writes a line a day and portfolio: returns, turnover, costs, and for routers IC and RankIC.</summary>
    public static void WriteDays(EvaluationOutcome outcome, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var (result, curves) = outcome;
        var none = new double[result.Days];
        Array.Fill(none, double.NaN);
        DocumentCsv.WriteRows(
            ["portfolio", "day", "gross return", "net return", "turnover", "cost", "ic", "rank ic"],
            result.Routers.SelectMany((router, r) => Days(router.Name, curves.Routers[r], router.Forecast.Daily, router.Forecast.DailyRank))
                .Concat(Days("1/N", curves.EqualWeight, none, none)),
            output);
    }

    /// <summary>Writes a line a day, router and name held.</summary>
    public static void WritePicks(EvaluationOutcome outcome, MarketGrid grid, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(grid);
        DocumentCsv.WriteRows(
            ["router", "day", "instrument", "rank", "portfolio weight"],
            outcome.Result.Routers.SelectMany((router, r) => outcome.Curves.Routers[r].Days.SelectMany((day, d) =>
                outcome.Curves.Routers[r].Holdings[d].Select(holding => new[]
                {
                    router.Name, Display.Day(day), grid.Instruments[holding.Instrument], Whole(holding.Rank),
                    Display.Machine(holding.PortfolioWeight)
                }))),
            output);
    }

    /// <summary>Writes a line a pick and voice: the audit trail.</summary>
    public static void WriteTrace(IEnumerable<RouterTrace> traces, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(traces);
        DocumentCsv.WriteRows(
            ["router", "day", "instrument", "rank", "P(up)", "experts asked", "group", "mixture weight", "log-odds", "speaks",
                "change without", "decisive"],
            from trace in traces
            from entry in trace.Entries
            from voice in entry.Voices
            select new[]
            {
                trace.Router, Display.Day(entry.Day), entry.Instrument, Whole(entry.Rank), Display.Machine(entry.ProbabilityUp),
                Whole(entry.ExpertsAsked), trace.Groups[voice.Group],
                Display.Machine(voice.MixtureWeight), Display.Machine(voice.LogOdds), voice.LogOdds > 0 ? "for" : "against",
                Display.Machine(voice.ChangeWithout), voice.Decisive ? "yes" : "no"
            },
            output);
    }

    private static IEnumerable<string[]> Days(string name, SimulationResult simulation, double[] ic, double[] rankIc) =>
        simulation.Days.Select((day, d) => new[]
    {
        name, Display.Day(day), Display.Machine(simulation.GrossReturns[d]), Display.Machine(simulation.NetReturns[d]),
        Display.Machine(simulation.Turnover[d]),
        Display.Machine(simulation.Costs[d]), Display.Machine(ic[d]), Display.Machine(rankIc[d])
    });

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
