using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections.Slow;

/// <summary>The days on which the portfolio was 1/N, and why.</summary>
internal sealed class SlowGateSection : IReportSection
{
    private const int MostRows = 40;

    public string Id => "gate";

    public bool AppliesTo(ReportContext context) => context.Has<SlowOutcome>() && context.Has<SlowSetting>();

    public ReportSection Create(ReportContext context)
    {
        var (result, curves) = context.Get<SlowOutcome>();
        var rule = context.Get<SlowSetting>().Rule;
        var score = curves.Portfolios[0];
        var runs = result.Contenders[0].AtCosts.SelectMany((at, c) => Runs(at.CostBps, score.AtCosts[c])).ToArray();
        var blocks = new List<ReportBlock> { Table(runs) };
        if (runs.Length == 0)
            blocks[0] = new NoteBlock("The gate was never closed: on every day and at every cost the rule traded.");
        else if (runs.Length > MostRows)
            blocks.Add(new NoteBlock($"The first {MostRows} of {Display.Count(runs.Length)} stretches. Every day is in csv/days.csv."));
        return new ReportSection(
            Id,
            "Days at 1/N",
            $"The portfolio of {score.Name} is 1/N on days with fewer than {rule.FewestNames} scored names, or when the expected cost "
                + $"is above {Display.Share(rule.MaxYearlyCost)} a year; "
            + $"at the pools' largest expected turnover it is {Expected(result, rule)}.",
            blocks);
    }

    private static string Expected(SlowEvaluation result, TradingRule rule) => Display.List(
        [.. result.Contenders[0].AtCosts.Select(at => $"{Display.Share(rule.ExpectedYearlyCost(at.CostBps))} at "
            + $"{SlowNames.Cost(at.CostBps)}")]);

    private static TableBlock Table((double CostBps, DateOnly From, DateOnly To, int Days, string Why)[] runs) => new(
        "gate-days",
        "Stretches of days at 1/N",
        "From",
        [
            new("To", "Last day of the stretch"),
            new("Cost", "Cost in basis points a side", "0.##"),
            new("Days", "Decision days"),
            new("Why", "What closed the gate on the first of them")
        ],
        [
            .. runs.Take(MostRows).Select(run => new TableRow(
                Display.Day(run.From),
                [Cell.Words(Display.Day(run.To)), Cell.Number(run.CostBps), Cell.Count(run.Days), Cell.Words(run.Why)]))
        ]);

    private static IEnumerable<(double CostBps, DateOnly From, DateOnly To, int Days, string Why)> Runs(double costBps,
        SlowSimulation simulation)
    {
        var (gates, days) = (simulation.Gates, simulation.Result.Days);
        for (var day = 0; day < days.Length; day++)
        {
            if (gates[day] is not { } why)
                continue;
            var first = day;
            while (day + 1 < days.Length && gates[day + 1] is not null)
                day++;
            yield return (costBps, days[first], days[day], day - first + 1, why);
        }
    }
}
