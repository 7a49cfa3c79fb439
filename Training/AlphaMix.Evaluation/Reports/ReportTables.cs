namespace AlphaMix.Evaluation.Reports;

/// <summary>The report's tables: metrics by both conventions, percentiles, forecasts.</summary>
internal static class ReportTables
{
    public static void Write(EvaluationResult result, TextWriter output)
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
        WriteConfidence(output, result, costs ? "How sure the Sharpe ratios are, after costs" : "How sure the Sharpe ratios are");
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

    private static void WriteConfidence(TextWriter output, EvaluationResult result, string caption)
    {
        var trials = result.Trials is { } count ? $"Probability that it is above what the best of {Display.Count(count)} trials without skill shows" : "Trials not counted";
        var table = new ReportTable(
            "table-confidence",
            caption,
            ("SR", "Sharpe ratio: mean over standard deviation, times the square root of the number of days"),
            ("SR, 95 %", "Where the true SR lies, by a block bootstrap"),
            ("Less 1/N", "SR less that of 1/N on the same days"),
            ("Less 1/N, 95 %", "Where the true difference lies, for this router alone"),
            ("p", "Probability of such a difference among routers no better than 1/N, allowing for their number: what the verdict uses"),
            ("P(SR > 0)", "Probabilistic Sharpe ratio: probability that the true SR is above 0"),
            ("Deflated", trials),
            ("Break-even", "Cost in basis points a side at which the mean net return falls to that of 1/N"));
        foreach (var router in result.Routers)
        {
            var statistics = router.Statistics;
            table.Add(
                router.Name, Display.Ratio(router.Net.Paper.SharpeRatio), Display.Interval(statistics.Sharpe), Display.Ratio(statistics.Difference.Value),
                Display.Interval(statistics.Difference), Display.P(statistics.DifferenceP), Display.Share(statistics.Probabilistic),
                Display.Share(statistics.Deflated), Display.BasisPoints(statistics.BreakEvenBps));
        }

        table.Add(
            "1/N", Display.Ratio(result.EqualWeight.Net.Paper.SharpeRatio), Display.Interval(result.EqualWeight.Sharpe), "", "", "",
            Display.Share(result.EqualWeight.ProbabilisticSharpe), "", "");
        table.Write(output);
        if (result.Routers.Count > 0 && !double.IsNaN(result.SuperiorAbility.Consistent))
            output.WriteLine(
                $"<p class=\"note\">That the best router earns more than 1/N has p = {Display.P(result.SuperiorAbility.Consistent)} (Hansen's test of mean returns, "
                + "allowing for their number).</p>");
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
            ("t of IC", "Mean IC over its standard error (Newey and West); above 2 is rare without knowledge"),
            ("Experts asked", "Mean number of experts per sample"),
            ("Pairs differ", "Mean share of pairs of members that decide differently"),
            ("Not unanimous", "Share of samples on which the members are not of one mind"));
        foreach (var router in result.Routers)
        {
            forecasts.Add(
                router.Name, Display.Share(router.Forecast.Accuracy, "N2"), Display.Count(router.Forecast.SampleCount), Display.Fine(router.Forecast.Ic),
                Display.Fine(router.Forecast.RankIc), Display.Ratio(router.Forecast.Icir), Display.Ratio(router.Statistics.IcT),
                Display.Ratio(router.ExpertsUsed), Display.Share(router.Disagreement?.Pairwise ?? double.NaN), Display.Share(router.Disagreement?.NonUnanimous ?? double.NaN));
        }

        forecasts.Write(output);
    }
}
