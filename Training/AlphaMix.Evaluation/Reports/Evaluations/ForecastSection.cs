using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Figures;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>What the scores know: cumulated IC, its decay, returns by fraction of the ranking.</summary>
internal static class ForecastSection
{
    public static ReportSection Of(EvaluationOutcome outcome, RunDiagnostics diagnostics) => new(
        "forecasts-closer",
        "What the scores know",
        "The IC is the correlation, across the instruments of one day, of P(up) with the return that follows. Intervals are 95 %, two-sided, from the days' own scatter "
        + "(Newey and West); one that covers 0 is what chance gives.",
        [
            Cumulated(outcome),
            Decay(diagnostics.Routers),
            DecayTable(diagnostics.Routers),
            Quantiles(diagnostics.Routers),
            QuantileTable(diagnostics.Routers)
        ]);

    private static FigureBlock Cumulated(EvaluationOutcome outcome)
    {
        var days = outcome.Curves.EqualWeight.Days;
        ChartSeries[] lines =
        [
            .. outcome.Result.Routers.Select((router, r) => new ChartSeries(router.Name, ReturnSection.StyleOf(r), Sums(router.Forecast.Daily)))
        ];
        const string Title = "Cumulated IC";
        const string Caption = "Sum of the daily ICs. A steady climb is lasting knowledge; a line that wanders about 0 is none.";
        var ends = string.Join(", ", lines.Select(line => $"{line.Name} {Display.Ratio(line.Values[^1])}"));
        var chart = new LineChart("cumulated-ic", Title, $"{Caption} At the end: {ends}.", days, null, lines) { Format = Display.Formatted };
        return new FigureBlock("cumulated-ic", Title, Caption)
        {
            Heads = ["router", "day", "ic", "rank ic", "cumulated ic"],
            Rows =
            [
                .. outcome.Result.Routers.SelectMany((router, r) => days.Select((day, d) => new[]
                {
                    router.Name, Display.Day(day), Cell.Machine(router.Forecast.Daily[d]), Cell.Machine(router.Forecast.DailyRank[d]), Cell.Machine(lines[r].Values[d])
                }))
            ],
            Legend = [.. lines.Select(line => (line.Style, line.Name))],
            Draw = output =>
            {
                foreach (var layout in ChartLayout.Both(260, 220))
                    chart.Write(output, layout);
            }
        };
    }

    private static double[] Sums(double[] daily)
    {
        var sum = 0.0;
        return Array.ConvertAll(daily, ic => double.IsNaN(ic) ? sum : sum += ic);
    }

    private static FigureBlock Decay(IReadOnlyList<RouterDiagnostics> routers) => Intervals(
        "ic-decay", "IC over the horizon", "Mean IC with the return over so many days, with its 95 % interval. Knowledge of the next day alone fades to the right.",
        "days ahead", [.. routers[0].Decay.Select(one => $"{one.Horizon}")],
        [.. routers.Select((router, r) => (router.Name, ReturnSection.StyleOf(r), router.Decay.Select(one => one.Ic).ToArray()))], value => Display.Formatted(value, "0.00#"));

    private static FigureBlock Quantiles(IReadOnlyList<RouterDiagnostics> routers) => Intervals(
        "quantile-returns", "Return by fifth of the ranking, basis points a day",
        "Mean daily return of the instruments in each fifth of the day's ranking less that of all, before costs, with its 95 % interval. Scores that know something rise from left to right.",
        "fifth of the ranking, lowest P(up) first", [.. Enumerable.Range(1, routers[0].Quantiles.Buckets.Count).Select(bucket => $"{bucket}")],
        [.. routers.Select((router, r) => (router.Name, ReturnSection.StyleOf(r), router.Quantiles.Buckets.Select(bucket => bucket.Excess).ToArray()))],
        value => Display.Formatted(10_000 * value, "0.#"));

    private static FigureBlock Intervals(
        string id, string title, string caption, string xTitle, IReadOnlyList<string> categories,
        IReadOnlyList<(string Name, string Style, MeanEstimate[] Values)> series, Func<double, string> format)
    {
        var chart = new IntervalChart(
            id, title, caption, [.. series.Select(one => new IntervalSeries(one.Name, one.Style, [.. one.Values.Select((value, x) => Point(x, value))]))])
        {
            Categories = categories,
            XTitle = xTitle,
            Format = format
        };
        return new FigureBlock(id, title, caption)
        {
            Heads = ["router", xTitle, "value", "95 % from", "95 % to", "t"],
            Rows =
            [
                .. series.SelectMany(one => one.Values.Select((value, x) => new[]
                {
                    one.Name, categories[x], Cell.Machine(value.Value), Cell.Machine(value.Interval().Lower), Cell.Machine(value.Interval().Upper), Cell.Machine(value.T)
                }))
            ],
            Legend = [.. series.Select(one => (one.Style, one.Name))],
            Draw = output =>
            {
                chart.Write(output, "wide", Svg.Wide, 300);
                chart.Write(output, "narrow", Svg.Narrow, 260);
            }
        };
    }

    private static IntervalPoint Point(double x, MeanEstimate estimate)
    {
        var interval = estimate.Interval();
        return new IntervalPoint(x, interval.Value, interval.Lower, interval.Upper);
    }

    private static TableBlock DecayTable(IReadOnlyList<RouterDiagnostics> routers) => new(
        "ic-decay-numbers",
        "IC and its t by days ahead",
        "Router",
        [
            .. routers[0].Decay.SelectMany(one => new TableColumn[]
            {
                new($"{one.Horizon} d", $"Mean IC with the return over {one.Horizon} days"), new("t", "The IC over its standard error")
            })
        ],
        [.. routers.Select(router => new TableRow(router.Name, [.. router.Decay.SelectMany(one => new[] { Told.Fine(one.Ic.Value), Told.Ratio(one.Ic.T) })]))]);

    private static TableBlock QuantileTable(IReadOnlyList<RouterDiagnostics> routers) => new(
        "quantile-spread",
        "Highest fifth less lowest, before costs",
        "Router",
        [
            new("Basis points a day", "Mean daily return of the highest fifth less that of the lowest"),
            new("95 % from", "Lower end of its interval"),
            new("95 % to", "Upper end of its interval"),
            new("t", "Mean over its standard error"),
            new("Monotonicity", "Rank correlation of the fifth's number with its mean return: 1 when each earns more than the one below; five points, so 0.7 is nothing")
        ],
        [
            .. routers.Select(router => new TableRow(
                router.Name,
                [
                    Told.AsBasisPoints(router.Quantiles.Spread.Value), Told.AsBasisPoints(router.Quantiles.Spread.Interval().Lower),
                    Told.AsBasisPoints(router.Quantiles.Spread.Interval().Upper), Told.Ratio(router.Quantiles.Spread.T), Told.Ratio(router.Quantiles.Monotonicity)
                ]))
        ]);
}
