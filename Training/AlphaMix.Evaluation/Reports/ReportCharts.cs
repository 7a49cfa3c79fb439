namespace AlphaMix.Evaluation.Reports;

/// <summary>The report's charts: return before and after costs, drawdown.</summary>
internal static class ReportCharts
{
    private const int Colours = 6;

    public static void Write(EvaluationOutcome outcome, TextWriter output)
    {
        var (result, curves) = outcome;
        var days = curves.EqualWeight.Days;
        var band = new ChartBand(AsReturn(curves.RandomBand.P05), AsReturn(curves.RandomBand.P95));
        var median = new ChartSeries("median", "median", AsReturn(curves.RandomBand.P50));
        var gross = Lines(outcome, simulation => Cumulated(simulation.GrossReturns));

        output.WriteLine("<section>\n<h2>Return before costs</h2>");
        WriteLegend(output, [.. gross, median with { Name = $"Median of {Display.Count(result.Portfolios)} random portfolios" }], withBand: true);
        WriteChart(
            output,
            new LineChart("equity", "Cumulated return before costs", Ends("Sum of daily returns by day, in percent.", gross), days, band, [.. gross, median]),
            ChartLayout.Both(360, 280),
            "Sum of daily returns in percent of the starting capital, each router against 1/N. Shaded: where 90 % of portfolios drawn at random each day lie.");

        if (VerdictText.HasCosts(result.Options))
        {
            var net = Lines(outcome, simulation => Cumulated(simulation.NetReturns));
            output.WriteLine("<section>\n<h2>Return after costs</h2>");
            WriteLegend(output, net, withBand: false);
            WriteChart(
                output,
                new LineChart("net", "Cumulated return after costs", Ends("Sum of daily returns after costs by day, in percent.", net), days, null, net),
                ChartLayout.Both(300, 240),
                $"The same after {VerdictText.Costs(result.Options)}.");
        }

        var falls = Lines(outcome, simulation => Falls(simulation.GrossReturns));
        output.WriteLine("<section>\n<h2>Drawdown</h2>");
        WriteLegend(output, falls, withBand: false);
        WriteChart(
            output,
            new LineChart("drawdown", "Drawdown before costs", "Fall from the highest point so far, by day, in percent of it.", days, null, falls),
            ChartLayout.Both(220, 200),
            "Fall from the highest point so far, in percent of it, before costs.");
    }

    private static void WriteChart(TextWriter output, LineChart chart, ChartLayout[] layouts, string caption)
    {
        output.WriteLine("<figure>");
        foreach (var layout in layouts)
            chart.Write(output, layout);
        output.WriteLine($"<figcaption>{Display.Escape(caption)}</figcaption>\n</figure>\n</section>");
    }

    private static void WriteLegend(TextWriter output, IEnumerable<ChartSeries> lines, bool withBand)
    {
        output.WriteLine("<ul class=\"legend\">");
        foreach (var line in lines)
            output.WriteLine($"<li>{Key($"<line class=\"{line.Style}\" x1=\"0\" x2=\"30\" y1=\"6\" y2=\"6\"/>")}{Display.Escape(line.Name)}</li>");
        if (withBand)
            output.WriteLine($"<li>{Key("<rect class=\"band\" width=\"30\" height=\"12\"/>")}Random portfolios, 5 % to 95 %</li>");
        output.WriteLine("</ul>");
    }

    private static string Key(string shape) => $"<svg class=\"key\" viewBox=\"0 0 30 12\" aria-hidden=\"true\">{shape}</svg>";

    private static ChartSeries[] Lines(EvaluationOutcome outcome, Func<SimulationResult, double[]> values) =>
    [
        .. outcome.Result.Routers.Select((router, i) => new ChartSeries(router.Name, $"s{i % Colours}", values(outcome.Curves.Routers[i]))),
        new ChartSeries("1/N", "ew", values(outcome.Curves.EqualWeight))
    ];

    private static string Ends(string what, IEnumerable<ChartSeries> lines) =>
        $"{what} At the end: {string.Join(", ", lines.Select(line => $"{line.Name} {Display.Percent(line.Values[^1])}"))}.";

    private static double[] AsReturn(double[] equity) => Array.ConvertAll(equity, value => 100 * (value - 1));

    private static double[] Cumulated(double[] returns)
    {
        var sum = 0.0;
        return Array.ConvertAll(returns, value => 100 * (sum += value));
    }

    private static double[] Falls(double[] returns)
    {
        var (equity, peak) = (1.0, 1.0);
        return Array.ConvertAll(returns, value =>
        {
            equity += value;
            peak = Math.Max(peak, equity);
            return 100 * (equity - peak) / peak;
        });
    }
}
