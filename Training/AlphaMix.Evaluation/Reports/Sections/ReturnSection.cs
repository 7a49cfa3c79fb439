using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Cumulative return before and after costs, active return over 1/N, drawdown, and a band of portfolios without skill.</summary>
internal sealed class ReturnSection : IReportSection
{
    public string Id => "returns";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<EvaluationOutcome>();
        return new ReportSection(Id, "Return and drawdown", "", [Gross(outcome), .. Net(outcome), Active(outcome), Drawdown(outcome)]);
    }

    private static ChartBlock Gross(EvaluationOutcome outcome)
    {
        var (result, curves, _) = outcome;
        var (band, kind, meaning) = curves.RandomBand is { } random
            ? (random, "random", "portfolios drawn at random each day lie")
            : (curves.PermutedBand, "permuted", "permuted portfolios of the first line lie: its scores under other instruments' names");
        var shaded = band is null ? "" : $" Shaded: where 90 % of {meaning}.";
        var (low, high) = (AsReturn(band?.P05), AsReturn(band?.P95));
        return Chart(
            outcome, "equity", "Return before costs", $"Sum of daily returns in percent of the starting capital, against 1/N.{shaded}",
            [
                .. Lines(outcome, one => one.Free, curves.EqualWeight, simulation => DailySums.Cumulated(simulation.GrossReturns)),
                .. band is null ? [] : new[] { Line("median", "median", AsReturn(band.P50)) }
            ],
            band is null
                ? null
                : new ChartRange(
                    $"{Display.Count(result.Portfolios)} {kind} portfolios, 5 % to 95 %",
                    [.. low.Select((value, day) => ((double)day, value, high[day]))]));
    }

    private static IEnumerable<ChartBlock> Net(EvaluationOutcome outcome)
    {
        var (costs, curves) = (outcome.Result.Costs, outcome.Curves);
        return
            from c in Enumerable.Range(0, costs.Count)
            where !CostText.IsFree(costs[c])
            let isOnly = costs.Count == 1
            select Chart(
                outcome,
                isOnly ? "net" : $"net-{CostText.Anchor(costs, c)}",
                isOnly ? "Return after costs" : $"Return {CostText.After(costs[c])}",
                $"The same {CostText.After(costs[c])}, which 1/N pays too.",
                Lines(
                    outcome, one => one.AtCosts[c], curves.EqualWeightAtCosts[c],
                    simulation => DailySums.Cumulated(simulation.NetReturns)));
    }

    private static ChartBlock Active(EvaluationOutcome outcome)
    {
        var equalWeight = outcome.Curves.EqualWeightAtCosts[^1].NetReturns;
        return Chart(
            outcome, "active-return", $"Active return over 1/N, {CostText.AfterHighest(outcome.Result)}",
            "Sum of the daily differences to 1/N in percent. A line that ends near 0 has no cumulative active return.",
            [
                .. outcome.Curves.Strategies.Select((one, i) =>
                    Line(one.Name, ChartStyle.Series(i), DailySums.Cumulated(ActiveReturns.Daily(one.Net.NetReturns, equalWeight))))
            ]);
    }

    // With one cost before costs, as the paper has it; with several for what the verdict is about.
    private static ChartBlock Drawdown(EvaluationOutcome outcome)
    {
        var (costs, curves) = (outcome.Result.Costs, outcome.Curves);
        var isGross = costs.Count == 1;
        return Chart(
            outcome, "drawdown", "Drawdown",
            $"Fall from the highest point so far, in percent of it, {(isGross ? "before costs" : CostText.After(costs[^1]))}.",
            isGross
                ? Lines(outcome, one => one.Free, curves.EqualWeight, simulation => DailySums.Falls(simulation.GrossReturns))
                : Lines(outcome, one => one.Net, curves.EqualWeightAtCosts[^1], simulation => DailySums.Falls(simulation.NetReturns)));
    }

    private static ChartBlock Chart(
        EvaluationOutcome outcome, string id, string title, string caption, IReadOnlyList<ChartLine> lines, ChartRange? range = null) =>
        new(id, title, caption, new DaysChart { Days = outcome.Curves.EqualWeight.Days, Lines = lines, Range = range });

    private static ChartLine[] Lines(
        EvaluationOutcome outcome, Func<StrategyCurves, SimulationResult> strategy, SimulationResult equalWeight,
        Func<SimulationResult, double[]> values) =>
    [
        .. outcome.Curves.Strategies.Select((one, i) => Line(one.Name, ChartStyle.Series(i), values(strategy(one)))),
        Line("1/N", "ew", values(equalWeight))
    ];

    private static ChartLine Line(string name, string style, double[] values) =>
        new(name, style, [.. values.Select((value, day) => new ChartPoint(day, value))]);

    private static double[] AsReturn(double[]? equity) => equity is null ? [] : Array.ConvertAll(equity, value => 100 * (value - 1));
}
