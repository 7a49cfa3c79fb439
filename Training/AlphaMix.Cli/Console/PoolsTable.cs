using System.Globalization;
using AlphaMix.Cli.Bench;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Cli.Console;

/// <summary>Prints several pools' evaluations as one Markdown table: mean and standard deviation (ddof 1) over the pools.</summary>
internal static class PoolsTable
{
    public static void Print(Terminal terminal, IReadOnlyList<EvaluationResult> results)
    {
        var first = results[0];
        terminal.Line($"{results.Count} pools, {first.From:yyyy-MM-dd} .. {first.To:yyyy-MM-dd}, {first.Days} days, {first.Instruments} instruments, top {first.Options.TopK}, fill {first.Options.Fill}, {first.Options.CostBps.ToString(CultureInfo.InvariantCulture)} bp a side: mean +- standard deviation");
        terminal.Line();
        terminal.Line("| | TR % | SR | CR | VOL % | MDD % | net SR | accuracy | IC | turnover | experts | percentile among random | percentile among relabelled |");
        terminal.Line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var name in first.Routers.Select(router => router.Name))
        {
            var pools = results.SelectMany(result => result.Routers).Where(router => router.Name == name).ToArray();
            terminal.Line($"| {name} | {string.Join(" | ", Cells(pools))} |");
        }

        var even = first.EqualWeight.Gross.Paper;
        terminal.Line($"| 1/N | {Text(even.TotalReturn, "0.0")} | {Text(even.SharpeRatio)} | {Text(even.CalmarRatio)} | {Text(even.Volatility)} | {Text(even.MaxDrawdown, "0.0")} | {Text(first.EqualWeight.Net.Paper.SharpeRatio)} | | | | | | |");
        terminal.Line($"| random top-k | {Spread(first.Random.TotalReturn, "0.0")} | {Spread(first.Random.SharpeRatio, "0.00")} | | | | | | | | | | |");
    }

    private static IEnumerable<string> Cells(RouterEvaluation[] pools) =>
    [
        Spread(pools, router => router.Gross.Paper.TotalReturn, "0.0"),
        Spread(pools, router => router.Gross.Paper.SharpeRatio),
        Spread(pools, router => router.Gross.Paper.CalmarRatio),
        Spread(pools, router => router.Gross.Paper.Volatility),
        Spread(pools, router => router.Gross.Paper.MaxDrawdown, "0.0"),
        Spread(pools, router => router.Net.Paper.SharpeRatio),
        Spread(pools, router => router.Forecast.Accuracy, "0.000"),
        Spread(pools, router => router.Forecast.Ic, "0.000"),
        Spread(pools, router => router.Turnover),
        Spread(pools, router => router.ExpertsUsed, "0.0"),
        Spread(pools, router => router.PercentileAmongRandom),
        Spread(pools, router => router.PercentileAmongRelabelled)
    ];

    private static string Spread(RouterEvaluation[] pools, Func<RouterEvaluation, double> figure, string format = "0.00")
    {
        var values = Array.ConvertAll(pools, router => figure(router));
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return $"{Text(mean, format)} +- {Text(deviation, format)}";
    }

    private static string Spread(Distribution values, string format) => $"{Text(values.Mean, format)} +- {Text(values.Sd, format)}";

    private static string Text(double value, string format = "0.00") =>
        double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
