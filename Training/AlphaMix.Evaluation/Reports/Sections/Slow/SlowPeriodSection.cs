using System.Globalization;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections.Slow;

/// <summary>Every forecast by calendar year, and the lead over 1/N by month.</summary>
internal sealed class SlowPeriodSection : IReportSection
{
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public string Id => "periods";

    public bool AppliesTo(ReportContext context) => context.Has<SlowOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var (result, curves) = context.Get<SlowOutcome>();
        var dearest = SlowNames.Dearest(result);
        (string Name, IReadOnlyList<MonthFigures> Months)[] leads = [.. curves.Portfolios.Select(one => (one.Name, Months(one, curves)))];
        var blocks = new List<ReportBlock>
        {
            SlowPeriodTable.Block("years", $"By calendar year, {dearest}", "Year", curves, PeriodFigures.Years(curves.EqualWeight.Days)),
            Calendar(leads[0].Name, leads[0].Months, dearest)
        };
        if (leads.Length > 1)
        {
            blocks.Add(HeatMaps.Months(
                "monthly-leads", $"Lead over 1/N by month, percent, {dearest}, of every forecast",
                "The same of each. Forecasts that are ahead in the same months know the same.", leads,
                value => Display.Formatted(value, "N1")));
        }

        return new ReportSection(Id, "Year by year, month by month", "Look for one month, or one year, that made the rest.", blocks);
    }

    private static IReadOnlyList<MonthFigures> Months(SlowPortfolio one, SlowCurves curves) => MonthFigures.Sums(
        curves.EqualWeight.Days,
        Array.ConvertAll(SlowEvaluator.Excess(one.AtCosts[^1].Result.NetReturns, curves.EqualWeightAtCosts[^1].NetReturns),
            value => 100 * value));

    private static ChartBlock Calendar(string name, IReadOnlyList<MonthFigures> months, string dearest)
    {
        int[] years = [.. months.Select(month => month.Year).Distinct()];
        var values = months.ToDictionary(month => (month.Year, month.Month), month => month.Value);
        return new ChartBlock(
            "monthly-lead",
            $"Lead of {name} over 1/N by month, percent, {dearest}",
            "Sums of the daily differences, blue where the portfolio was ahead, orange where 1/N was; a day counts for the month in "
                + "which it was decided.",
            new HeatMap
            {
                Rows = [.. years.Select(year => year.ToString(CultureInfo.InvariantCulture))],
                Columns = MonthNames,
                Value = (row, column) => values.GetValueOrDefault((years[row], column + 1), double.NaN),
                Format = value => Display.Formatted(value, "N1"),
                Records = new ChartRecords(
                    ["month", "value"], [
                        .. months.Select(month => new[] { $"{month.Year:0000}-{month.Month:00}", Display.Machine(month.Value) })])
            });
    }
}
