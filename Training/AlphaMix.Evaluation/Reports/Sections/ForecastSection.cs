using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Information in the scores: cumulative IC, its decay over the horizon, returns by quintile of the ranking.</summary>
internal sealed class ForecastSection : IReportSection
{
    public string Id => "forecasts-closer";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>() && context.Has<RunDiagnostics>();

    public ReportSection Create(ReportContext context)
    {
        var routers = context.Get<RunDiagnostics>().Routers;
        return new ReportSection(
            Id,
            "Information in the scores",
            "The IC is the correlation, across the instruments of one day, of P(up) with the return that follows. Intervals are 95 %, "
                + "two-sided, from Newey-West standard errors over days; one that covers 0 is not significant at 5 %.",
            [Cumulated(context.Get<EvaluationOutcome>()), Decay(routers), DecayTable(routers), Quantiles(routers), QuantileTable(routers)]);
    }

    private static ChartBlock Cumulated(EvaluationOutcome outcome)
    {
        var days = outcome.Curves.EqualWeight.Days;
        ChartLine[] lines =
        [
            .. outcome.Result.Strategies.Select((router, r) => new ChartLine(
                router.Name, ChartStyle.Series(r), [.. Sums(router.Forecast.Daily).Select((value, day) => new ChartPoint(day, value))]))
        ];
        return new ChartBlock(
            "cumulated-ic", "Cumulative IC",
            "Sum of the daily ICs. A steady climb is persistent information; a line that wanders about 0 is none.", new DaysChart
            {
                Days = days,
                IsPercent = false,
                Lines = lines,
                Records = new ChartRecords(
                    ["router", "day", "ic", "rank ic", "cumulated ic"],
                    [
                        .. outcome.Result.Strategies.SelectMany((router, r) => days.Select((day, d) => new[]
                        {
                            router.Name, Display.Day(day), Display.Machine(router.Forecast.Daily[d]),
                            Display.Machine(router.Forecast.DailyRank[d]),
                            Display.Machine(lines[r].Points[d].Y)
                        }))
                    ])
            });
    }

    private static double[] Sums(double[] daily)
    {
        var sum = 0.0;
        return Array.ConvertAll(daily, ic => double.IsNaN(ic) ? sum : sum += ic);
    }

    private static ChartBlock Decay(IReadOnlyList<RouterDiagnostics> routers) => new(
        "ic-decay",
        "IC over the horizon",
        "Mean IC with the return over so many days, with its 95 % interval. Information about the next day alone fades to the right.",
        Intervals(
            "days ahead", [.. routers[0].Decay.Select(one => $"{one.Horizon}")],
            [.. routers.Select(router => (router.Name, router.Decay.Select(one => one.Ic).ToArray()))], value =>
                Display.Formatted(value, "0.00#")));

    private static ChartBlock Quantiles(IReadOnlyList<RouterDiagnostics> routers) => new(
        "quantile-returns",
        "Return by fifth of the ranking, basis points a day",
        "Mean daily return of the instruments in each fifth of the day's ranking less that of all, before costs, with its 95 % "
            + "interval. With informative scores returns rise from left to right.",
        Intervals(
            "fifth of the ranking, lowest P(up) first",
            [.. Enumerable.Range(1, routers[0].Quantiles.Buckets.Count).Select(bucket => $"{bucket}")],
            [.. routers.Select(router => (router.Name, router.Quantiles.Buckets.Select(bucket => bucket.Excess).ToArray()))],
            value => Display.Formatted(10_000 * value, "0.#")));

    private static IntervalChart Intervals(
        string xTitle, IReadOnlyList<string> categories, IReadOnlyList<(string Name, MeanEstimate[] Values)> series,
        Func<double, string> format) => new()
        {
            Series =
            [
                .. series.Select((one, s) => new IntervalSeries(
                    one.Name, ChartStyle.Series(s), [.. one.Values.Select((value, x) => IntervalPoint.From(x, value.Interval()))]))
            ],
            Categories = categories,
            XTitle = xTitle,
            Format = format,
            Records = new ChartRecords(
                ["router", xTitle, "value", "95 % from", "95 % to", "t"],
                [
                    .. series.SelectMany(one => one.Values.Select((value, x) => new[]
                    {
                        one.Name, categories[x], Display.Machine(value.Value), Display.Machine(value.Interval().Lower),
                        Display.Machine(value.Interval().Upper), Display.Machine(value.T)
                    }))
                ])
        };

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
        [.. routers.Select(router =>
            new TableRow(router.Name, [.. router.Decay.SelectMany(one => new[] { Cell.Fine(one.Ic.Value), Cell.Ratio(one.Ic.T) })]))]);

    private static TableBlock QuantileTable(IReadOnlyList<RouterDiagnostics> routers) => new(
        "quantile-spread",
        "Highest fifth less lowest, before costs",
        "Router",
        [
            new("Basis points a day", "Mean daily return of the highest fifth less that of the lowest"),
            new("95 % from", "Lower end of its interval"),
            new("95 % to", "Upper end of its interval"),
            new("t", "Mean over its standard error"),
            new("Monotonicity", "Rank correlation of the fifth's number with its mean return: 1 when each earns more than the one "
                + "below; with five points 0.7 is not significant")
        ],
        [
            .. routers.Select(router => new TableRow(
                router.Name,
                [
                    Cell.InBasisPoints(router.Quantiles.Spread.Value), Cell.InBasisPoints(router.Quantiles.Spread.Interval().Lower),
                    Cell.InBasisPoints(router.Quantiles.Spread.Interval().Upper), Cell.Ratio(router.Quantiles.Spread.T),
                    Cell.Ratio(router.Quantiles.Monotonicity)
                ]))
        ]);
}
