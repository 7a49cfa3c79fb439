using System.Globalization;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports;

/// <summary>The daily records behind the report of a slow portfolio, too long for a page.</summary>
public static class SlowCsv
{
    /// <summary>Writes a line a portfolio, cost and day: returns, turnover, costs, why it was 1/N, IC and RankIC.</summary>
    public static void WriteDays(SlowOutcome outcome, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var (result, curves) = outcome;
        var costs = result.Contenders[0].AtCosts.Select(at => at.CostBps).ToArray();
        DocumentCsv.WriteRows(
            ["portfolio", "cost bps", "day", "gross return", "net return", "turnover", "cost", "at 1/N because", "ic", "rank ic"],
            costs.SelectMany((cost, c) => curves.Portfolios
                .SelectMany(one => Days(one.Name, cost, one.AtCosts[c].Result,
                    day => (one.AtCosts[c].Gates[day] ?? "", one.Forecast.Daily[day], one.Forecast.DailyRank[day])))
                .Concat(Days("1/N", cost, curves.EqualWeightAtCosts[c], _ => ("", double.NaN, double.NaN)))),
            output);
    }

    /// <summary>Writes a line a portfolio, day and name held, at the highest cost; rank 0 is a name without a score that day.</summary>
    public static void WritePicks(SlowOutcome outcome, MarketGrid grid, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(grid);
        DocumentCsv.WriteRows(
            ["portfolio", "day", "instrument", "rank", "portfolio weight"],
            from one in outcome.Curves.Portfolios
            let simulation = one.AtCosts[^1].Result
            from d in Enumerable.Range(0, simulation.Days.Length)
            from holding in simulation.Holdings[d]
            select new[]
            {
                one.Name, Display.Day(simulation.Days[d]), grid.Instruments[holding.Instrument],
                holding.Rank.ToString(CultureInfo.InvariantCulture), Display.Machine(holding.PortfolioWeight)
            },
            output);
    }

    private static IEnumerable<string[]> Days(string name, double cost, SimulationResult simulation,
        Func<int, (string Gate, double Ic, double RankIc)> rest) =>
        simulation.Days.Select((day, d) =>
        {
            var (gate, ic, rankIc) = rest(d);
            return new[]
            {
                name, Display.Machine(cost), Display.Day(day), Display.Machine(simulation.GrossReturns[d]),
                Display.Machine(simulation.NetReturns[d]), Display.Machine(simulation.Turnover[d]),
                Display.Machine(simulation.Costs[d]), gate, Display.Machine(ic), Display.Machine(rankIc)
            };
        });
}
