using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Return before and after costs, and drawdown, against 1/N and the random portfolios.</summary>
internal sealed class ReturnSection : IReportSection
{
    private const int Colours = 6;

    public string Id => "returns";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<EvaluationOutcome>();
        var (result, curves) = outcome;
        var random = curves.RandomBand;
        var median = Line("Median of random portfolios", "median", AsReturn(random.P50));
        var (low, high) = (AsReturn(random.P05), AsReturn(random.P95));
        var blocks = new List<ReportBlock>
        {
            new ChartBlock(
                "equity", "Return before costs",
                "Sum of daily returns in percent of the starting capital, each router against 1/N. Shaded: where 90 % of portfolios "
                    + "drawn at random each day lie.", new DaysChart
            {
                Days = curves.EqualWeight.Days,
                Lines = [.. Lines(outcome, simulation => DailySums.Cumulated(simulation.GrossReturns)), median with { Name = "median" }],
                Range = new ChartRange(
                    $"{Display.Count(result.Portfolios)} random portfolios, 5 % to 95 %",
                    [.. low.Select((value, day) => ((double)day, value, high[day]))])
            })
        };
        if (VerdictText.HasCosts(result.Options))
        {
            blocks.Add(new ChartBlock("net", "Return after costs", $"The same after {VerdictText.Costs(result.Options)}.", new DaysChart
            {
                Days = curves.EqualWeight.Days,
                Lines = Lines(outcome, simulation => DailySums.Cumulated(simulation.NetReturns))
            }));
        }

        blocks.Add(new ChartBlock("drawdown", "Drawdown", "Fall from the highest point so far, in percent of it, before costs.",
            new DaysChart
        {
            Days = curves.EqualWeight.Days,
            Lines = Lines(outcome, simulation => DailySums.Falls(simulation.GrossReturns))
        }));
        return new ReportSection(Id, "Return and drawdown", "", blocks);
    }

    /// <summary>Gives the CSS class of a router's colour.</summary>
    internal static string StyleOf(int router) => $"s{router % Colours}";

    private static ChartLine[] Lines(EvaluationOutcome outcome, Func<SimulationResult, double[]> values) =>
    [
        .. outcome.Result.Routers.Select((router, i) => Line(router.Name, StyleOf(i), values(outcome.Curves.Routers[i]))),
        Line("1/N", "ew", values(outcome.Curves.EqualWeight))
    ];

    private static ChartLine Line(string name, string style, double[] values) =>
        new(name, style, [.. values.Select((value, day) => new ChartPoint(day, value))]);

    private static double[] AsReturn(double[] equity) => Array.ConvertAll(equity, value => 100 * (value - 1));
}
