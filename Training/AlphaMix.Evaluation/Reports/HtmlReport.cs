namespace AlphaMix.Evaluation.Reports;

/// <summary>
/// Writes an evaluation as one self-contained HTML page: the verdict in plain words, charts, tables. No script, no network; light and dark,
/// readable on a phone and on paper. Same outcome, same bytes.
/// </summary>
public static class HtmlReport
{
    private const int Colours = 6;

    /// <summary>Writes the page.</summary>
    /// <param name="outcome">What <see cref="Evaluator"/> found.</param>
    /// <param name="output">Receives the page, to be stored as UTF-8; left open.</param>
    /// <param name="title">What was evaluated; any text.</param>
    public static void Write(EvaluationOutcome outcome, TextWriter output, string title = "AlphaMix evaluation")
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(title);

        output.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Display.Escape(title)}</title>
            <style>
            {ReportStyle.Css}
            </style>
            </head>
            <body>
            <main>

            """);
        WriteVerdict(outcome.Result, output, title);
        WriteCharts(outcome, output);
        WriteTables(outcome.Result, output);
        WriteValidation(outcome.Result.ValidationUses, output);
        WriteSetting(outcome.Result, output);
        output.WriteLine("</main>\n</body>\n</html>");
    }

    private static void WriteVerdict(EvaluationResult result, TextWriter output, string title)
    {
        output.WriteLine($"<header>\n<h1>{Display.Escape(title)}</h1>");
        output.WriteLine($"<p class=\"headline\">{Display.Escape(VerdictText.Headline(result))}</p>");
        output.WriteLine(
            $"<p class=\"setting\">{Display.Day(result.From)} to {Display.Day(result.To)}, {Display.Count(result.Days)} trading days, "
            + $"{Display.Count(result.Instruments)} instruments, the top {result.Options.TopK} each day, {Display.Escape(CostText(result.Options))}.</p>\n</header>");
        output.WriteLine("<ul class=\"verdicts\">");
        foreach (var router in result.Routers)
        {
            var edge = Verdict.Of(router, result.EqualWeight).HasEdge;
            output.WriteLine(
                $"<li{(edge ? " class=\"edge\"" : string.Empty)}><b>{Display.Escape(router.Name)}</b><span class=\"call\">{(edge ? "Edge" : "No edge")}.</span> "
                + $"{Display.Escape(VerdictText.Reason(router, result))}</li>");
        }

        output.WriteLine("</ul>\n<ul class=\"caveats\">");
        foreach (var caveat in VerdictText.Caveats(result))
            output.WriteLine($"<li>{Display.Escape(caveat)}</li>");
        output.WriteLine("</ul>");
    }

    private static void WriteCharts(EvaluationOutcome outcome, TextWriter output)
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
                $"The same after {CostText(result.Options)}.");
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

    private static void WriteTables(EvaluationResult result, TextWriter output)
    {
        output.WriteLine("<h2>The numbers</h2>");
        var costs = VerdictText.HasCosts(result.Options);
        WritePaper(
            output, result, "gross", "Before costs, by the paper's convention (daily returns added)",
            router => router.Gross, result.EqualWeight.Gross, withRandom: true);
        output.WriteLine(
            "<p class=\"note\">TR total return, SR Sharpe ratio, CR Calmar ratio (TR / MDD), SoR Sortino ratio, VOL volatility a day, DD downside deviation a day, "
            + "MDD maximum drawdown.</p>");
        if (costs)
            WritePaper(output, result, "net", "After costs, by the paper's convention", router => router.Net, result.EqualWeight.Net, withRandom: false);
        WriteCompounded(output, result, costs ? "After costs, compounded and annualised" : "Compounded and annualised");
        WriteForecasts(output, result);
    }

    private static void WritePaper(
        TextWriter output,
        EvaluationResult result,
        string id,
        string caption,
        Func<RouterEvaluation, ReturnMetrics> metrics,
        ReturnMetrics equalWeight,
        bool withRandom)
    {
        var table = new ReportTable(
            $"table-{id}",
            caption,
            ("TR", "Total return: the sum of the daily returns"),
            ("SR", "Sharpe ratio: mean over standard deviation, times the square root of the number of days"),
            ("CR", "Calmar ratio: TR over MDD"),
            ("SoR", "Sortino ratio: as SR, with the standard deviation of the negative returns"),
            ("VOL", "Volatility: standard deviation of the daily returns"),
            ("DD", "Downside deviation: standard deviation of the negative daily returns"),
            ("MDD", "Maximum drawdown: the deepest fall from a peak"));
        foreach (var router in result.Routers)
            table.Add(router.Name, Cells(metrics(router)));
        table.Add("1/N", Cells(equalWeight));
        if (withRandom)
        {
            var (sharpe, total) = (result.Random.SharpeRatio, result.Random.TotalReturn);
            table.Add("Random, 5 %", Display.Percent(total.P05), Display.Ratio(sharpe.P05), "", "", "", "", "");
            table.Add("Random, median", Display.Percent(total.P50), Display.Ratio(sharpe.P50), "", "", "", "", "");
            table.Add("Random, 95 %", Display.Percent(total.P95), Display.Ratio(sharpe.P95), "", "", "", "", "");
        }

        table.Write(output);
    }

    private static string[] Cells(ReturnMetrics metrics)
    {
        var paper = metrics.Paper;
        return
        [
            Display.Percent(paper.TotalReturn), Display.Ratio(paper.SharpeRatio), Display.Ratio(paper.CalmarRatio), Display.Ratio(paper.SortinoRatio),
            Display.Percent(paper.Volatility, "N2"), Display.Percent(paper.DownsideDeviation, "N2"), Display.Percent(paper.MaxDrawdown)
        ];
    }

    private static void WriteCompounded(TextWriter output, EvaluationResult result, string caption)
    {
        var table = new ReportTable(
            "table-compounded",
            caption,
            ("Total", "Total return"),
            ("A year", "Annualised return, 252 days"),
            ("Volatility", "Annualised volatility"),
            ("Sharpe", "Annualised, risk-free rate 0"),
            ("Sortino", "Annualised mean over downside deviation"),
            ("Calmar", "Annualised return over maximum drawdown"),
            ("Max. drawdown", "The deepest fall from a peak"));
        foreach (var (name, metrics) in result.Routers.Select(router => (router.Name, router.Net)).Append(("1/N", result.EqualWeight.Net)))
        {
            var compounded = metrics.Compounded;
            table.Add(
                name, Display.Percent(compounded.TotalReturn), Display.Percent(compounded.AnnualisedReturn), Display.Percent(compounded.AnnualisedVolatility),
                Display.Ratio(compounded.Sharpe), Display.Ratio(compounded.Sortino), Display.Ratio(compounded.Calmar), Display.Percent(compounded.MaxDrawdown));
        }

        table.Write(output);
    }

    private static void WriteForecasts(TextWriter output, EvaluationResult result)
    {
        var percentiles = new ReportTable(
            "table-percentiles",
            "Share of portfolios without skill that the router's Sharpe ratio beats",
            ("Random", "Portfolios drawn at random each day, before costs"),
            ("Relabelled", "The router's picks under other names, before costs"),
            ("Relabelled, after costs", "The same after costs: what the verdict uses"),
            ("Turnover a day", "Mean share of the portfolio replaced"));
        foreach (var router in result.Routers)
        {
            percentiles.Add(
                router.Name, Display.Share(router.PercentileAmongRandom), Display.Share(router.PercentileAmongRelabelled),
                Display.Share(router.PercentileAmongRelabelledNet), Display.Share(router.Turnover));
        }

        percentiles.Add("1/N", "", "", "", Display.Share(result.EqualWeight.Turnover));
        percentiles.Write(output);

        var forecasts = new ReportTable(
            "table-forecasts",
            "The forecasts themselves",
            ("Accuracy", "Share of samples on which P(up) above one half and a positive return agree"),
            ("Samples", "Instrument-days with a score and a known return"),
            ("IC", "Mean daily correlation of P(up) with the return"),
            ("RankIC", "The same of ranks"),
            ("ICIR", "Mean IC over its standard deviation"),
            ("Experts asked", "Mean number of experts per sample"),
            ("Pairs differ", "Mean share of pairs of members that decide differently"),
            ("Not unanimous", "Share of samples on which the members are not of one mind"));
        foreach (var router in result.Routers)
        {
            forecasts.Add(
                router.Name, Display.Share(router.Forecast.Accuracy, "N2"), Display.Count(router.Forecast.SampleCount), Display.Fine(router.Forecast.Ic),
                Display.Fine(router.Forecast.RankIc), Display.Ratio(router.Forecast.Icir), Display.Ratio(router.ExpertsUsed),
                Display.Share(router.Disagreement?.Pairwise ?? double.NaN), Display.Share(router.Disagreement?.NonUnanimous ?? double.NaN));
        }

        forecasts.Write(output);
    }

    private static void WriteValidation(ValidationUses? uses, TextWriter output)
    {
        output.WriteLine("<h2>How often the validation span was used</h2>");
        if (uses is null)
        {
            output.WriteLine("<p class=\"note\">Not known for this pool.</p>");
            return;
        }

        output.WriteLine(
            $"<p>{Display.Count(uses.Total)} looks in all. Each look picks what did well there, so results on the validation span flatter; "
            + "the span of this page should be another one.</p>");
        WriteList(
            output,
            ("Epochs judged", Display.Count(uses.Epochs)),
            ("Trials ranked for the top K", Display.Count(uses.TopK)),
            ("Candidates of W (selection with replacement)", Display.Count(uses.W)),
            ("Ingredients of S (soup)", Display.Count(uses.S)),
            ("Fits of R (as-needed routers)", Display.Count(uses.R)),
            ("Calibrations", Display.Count(uses.Calibration)));
    }

    private static void WriteSetting(EvaluationResult result, TextWriter output)
    {
        output.WriteLine("<h2>Setting</h2>");
        WriteList(
            output,
            ("Decision days", $"{Display.Day(result.From)} to {Display.Day(result.To)} ({Display.Count(result.Days)})"),
            ("Instruments", Display.Count(result.Instruments)),
            (
                "Portfolio",
                $"top {result.Options.TopK} by P(up), equal weights, every day"
                + (result.Options.HoldingBuffer ? $", kept until the rank leaves {2 * result.Options.TopK}" : string.Empty)),
            ("Fill", result.Options.Fill == FillRule.Close ? "at the close of the decision day" : "at the next day's open"),
            ("Costs", CostText(result.Options)),
            (
                "Null portfolios",
                $"{Display.Count(result.Portfolios)} random, {Display.Count(result.Portfolios)} relabelled for each router; seed {result.Seed}"));
        output.WriteLine("<footer>Past returns of a simulated portfolio; no advice. TR, SR and the like follow the AlphaMix paper (KDD 2023).</footer>");
    }

    private static void WriteList(TextWriter output, params (string Term, string Value)[] entries)
    {
        output.WriteLine("<dl>");
        foreach (var (term, value) in entries)
            output.WriteLine($"<dt>{Display.Escape(term)}</dt><dd>{Display.Escape(value)}</dd>");
        output.WriteLine("</dl>");
    }

    private static string CostText(PortfolioOptions options)
    {
        var costs = new List<string>();
        if (options.CostBps > 0)
            costs.Add($"{Display.Plain(options.CostBps)} basis points a side");
        if (options.CostPerShare > 0)
            costs.Add($"{Display.Plain(options.CostPerShare)} a share");
        return costs.Count == 0 ? "no costs" : "costs of " + string.Join(" and ", costs);
    }

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
