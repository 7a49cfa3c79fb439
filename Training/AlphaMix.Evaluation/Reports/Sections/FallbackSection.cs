using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>The days on which the first strategy's rule fell back to 1/N, and why.</summary>
internal sealed class FallbackSection : IReportSection
{
    private const int MostRows = 40;

    public string Id => "fallbacks";

    public bool AppliesTo(ReportContext context) =>
        context.Find<EvaluationOutcome>() is { Result: { Strategies: [{ } first, ..] } result }
        && (first.Rule is RankBuffer || result.Strategies.Any(strategy => strategy.Costs.Any(at => at.FallbackDays > 0)));

    public ReportSection Create(ReportContext context)
    {
        var (result, curves, _) = context.Get<EvaluationOutcome>();
        var first = result.Strategies[0];
        Stretch[] stretches = [.. curves.Strategies[0].AtCosts.SelectMany((simulation, c) => Stretches(result.Costs[c], simulation))];
        ReportBlock[] blocks = stretches.Length == 0
            ? [new NoteBlock("None: the rule traded on every day and at every cost.")]
            : stretches.Length <= MostRows
                ? [Table(stretches)]
                :
                [
                    Table(stretches),
                    new NoteBlock($"The first {MostRows} of {Display.Count(stretches.Length)} stretches. Every day is in csv/days.csv.")
                ];
        return new ReportSection(Id, "Fallback days", Intro(first, result), blocks);
    }

    private static string Intro(StrategyEvaluation first, EvaluationResult result) =>
        $"On fallback days the portfolio of {first.Name} is 1/N, not rebalanced"
        + (first.Rule is RankBuffer ? Limits([.. first.Rules.Select(dated => (RankBuffer)dated.Value)], result) : ".");

    private static string Limits(RankBuffer[] rules, EvaluationResult result) =>
        $": with fewer than {RuleText.Alternatives(rules.Select(rule => rule.MinUniverse))} scored names, or when the expected cost is "
        + $"above {RuleText.Alternatives(rules.Select(rule => Display.Share(rule.MaxYearlyCost)))} a year."
        + (rules.Length > 1 ? " Each pool goes by its own expected turnover." : "")
        + $" At the pools' largest expected turnover that cost is {Expected(rules.MaxBy(rule => rule.ExpectedTurnover)!, result)}.";

    private static string Expected(RankBuffer rule, EvaluationResult result) => Display.List(
        [.. result.Costs.Select(costs => $"{Display.Share(rule.ExpectedYearlyCost(costs.ExpectedBps))} at {CostText.Short(costs)}")]);

    private static TableBlock Table(Stretch[] stretches) => new(
        "fallback-days",
        "Stretches of fallback days",
        "From",
        [
            new("To", "Last day of the stretch"),
            new("Cost", "Cost of a trade"),
            new("Days", "Decision days"),
            new("Reason", "Reason on the first of them")
        ],
        [
            .. stretches.Take(MostRows).Select(stretch => new TableRow(
                Display.Day(stretch.From),
                [
                    Cell.Words(Display.Day(stretch.To)), Cell.Number(stretch.Costs.ExpectedBps, CostText.Short(stretch.Costs)),
                    Cell.Count(stretch.Days), Cell.Words(stretch.Reason)
                ]))
        ]);

    private static IEnumerable<Stretch> Stretches(ICostModel costs, SimulationResult simulation)
    {
        var (fallbacks, days) = (simulation.Fallbacks, simulation.Days);
        for (var day = 0; day < days.Length; day++)
        {
            if (fallbacks[day] is not { } reason)
                continue;
            var first = day;
            while (day + 1 < days.Length && fallbacks[day + 1] is not null)
                day++;
            yield return new Stretch(costs, days[first], days[day], day - first + 1, reason);
        }
    }

    private sealed record Stretch(ICostModel Costs, DateOnly From, DateOnly To, int Days, string Reason);
}
