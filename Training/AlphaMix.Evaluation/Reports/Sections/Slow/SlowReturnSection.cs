using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections.Slow;

/// <summary>Return before and after costs, the lead over 1/N, and drawdown, with the band of relabelled portfolios.</summary>
internal sealed class SlowReturnSection : IReportSection
{
    public string Id => "returns";

    public bool AppliesTo(ReportContext context) => context.Has<SlowOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var (result, curves) = context.Get<SlowOutcome>();
        var costs = result.Contenders[0].AtCosts;
        var dearest = SlowNames.Dearest(result);
        var blocks = new List<ReportBlock> { Gross(result, curves) };
        for (var c = 0; c < costs.Count; c++)
        {
            if (costs[c].CostBps > 0)
                blocks.Add(Net(curves, c, costs[c].CostBps));
        }

        blocks.Add(new ChartBlock("lead", $"Lead over 1/N, {dearest}", "Sum of the daily differences to 1/N in percent. A line that "
            + "ends near 0 took another way to the same place.", new DaysChart
        {
            Days = curves.EqualWeight.Days,
            Lines =
            [
                .. curves.Portfolios
                .Select((one, i) => Line(one.Name, i,
                    DailySums.Cumulated(SlowEvaluator.Excess(one.AtCosts[^1].Result.NetReturns, curves.EqualWeightAtCosts[^1].NetReturns))))
            ]
        }));
        blocks.Add(new ChartBlock("drawdown", $"Drawdown, {dearest}", "Fall from the highest point so far, in percent of it.", new DaysChart
        {
            Days = curves.EqualWeight.Days,
            Lines = Lines(curves, one => one.AtCosts[^1], curves.EqualWeightAtCosts[^1],
                simulation => DailySums.Falls(simulation.NetReturns))
        }));
        return new ReportSection(Id, "Return and drawdown", "", blocks);
    }

    private static ChartBlock Gross(SlowEvaluation result, SlowCurves curves)
    {
        var band = curves.RelabelledBand;
        var (low, high) = (AsReturn(band?.P05), AsReturn(band?.P95));
        return new ChartBlock(
            "equity", "Return before costs",
            "Sum of daily returns in percent of the starting capital."
            + (band is null ? "" : " Shaded: where 90 % of the relabelled portfolios of the first line lie each day, the same scores "
                + "under other instruments' names; inside is what luck does."), new DaysChart
        {
            Days = curves.EqualWeight.Days,
            Lines =
            [
                .. Lines(curves, one => one.Free, curves.EqualWeight, simulation => DailySums.Cumulated(simulation.GrossReturns)),
                .. band is null ? [] : new[] { new ChartLine("median", "median", Points(AsReturn(band.P50))) }
            ],
            Range = band is null
                ? null
                : new ChartRange($"{Display.Count(result.Relabelled)} relabelled portfolios, 5 % to 95 %",
                    [.. low.Select((value, day) => ((double)day, value, high[day]))])
        });
    }

    private static ChartBlock Net(SlowCurves curves, int cost, double bps) =>
        new ChartBlock($"net-{SlowNames.Anchor(bps)}", $"Return after {Display.Plain(bps)} basis points a side", "The same after costs; "
            + "1/N pays them too.", new DaysChart
        {
            Days = curves.EqualWeight.Days,
            Lines = Lines(curves, one => one.AtCosts[cost], curves.EqualWeightAtCosts[cost],
                simulation => DailySums.Cumulated(simulation.NetReturns))
        });

    private static ChartLine[] Lines(
        SlowCurves curves, Func<SlowPortfolio, SlowSimulation> portfolio, SimulationResult equalWeight,
        Func<SimulationResult, double[]> values) =>
    [
        .. curves.Portfolios.Select((one, i) => Line(one.Name, i, values(portfolio(one).Result))),
        new ChartLine("1/N", "ew", Points(values(equalWeight)))
    ];

    private static ChartLine Line(string name, int index, double[] values) => new(name, ReturnSection.StyleOf(index), Points(values));

    private static ChartPoint[] Points(double[] values) => [.. values.Select((value, day) => new ChartPoint(day, value))];

    private static double[] AsReturn(double[]? equity) => equity is null ? [] : Array.ConvertAll(equity, value => 100 * (value - 1));
}
