using System.Globalization;
using AlphaMix.Evaluation;
using Spectre.Console;

namespace AlphaMix.Cli.Console;

/// <summary>Prints an evaluation as a table, with 1/N and the random portfolios beside every router.</summary>
internal static class EvaluationTable
{
    public static void Print(Terminal terminal, EvaluationResult result)
    {
        terminal.Line($"{result.From:yyyy-MM-dd} .. {result.To:yyyy-MM-dd}: {result.Days} days, {result.Instruments} instruments, top {result.Options.TopK}, fill {result.Options.Fill}, {Costs(result.Options)}");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        foreach (var name in new[] { "TR %", "SR", "CR", "VOL %", "MDD %", "net TR %", "net SR", "acc.", "IC", "turnover", "experts", "pct. random", "pct. relabelled" })
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var router in result.Routers)
        {
            var (gross, net) = (router.Gross.Paper, router.Net.Paper);
            table.AddRow(
                router.Name, Number(gross.TotalReturn, "0.0"), Number(gross.SharpeRatio), Number(gross.CalmarRatio), Number(gross.Volatility),
                Number(gross.MaxDrawdown, "0.0"), Number(net.TotalReturn, "0.0"), Number(net.SharpeRatio), Number(router.Forecast.Accuracy, "0.000"),
                Number(router.Forecast.Ic, "0.000"), Number(router.Turnover), Number(router.ExpertsUsed, "0.0"),
                Number(router.PercentileAmongRandom, "0.000"), Number(router.PercentileAmongRelabelled, "0.000"));
        }

        var (even, evenNet) = (result.EqualWeight.Gross.Paper, result.EqualWeight.Net.Paper);
        table.AddRow(
            "1/N", Number(even.TotalReturn, "0.0"), Number(even.SharpeRatio), Number(even.CalmarRatio), Number(even.Volatility),
            Number(even.MaxDrawdown, "0.0"), Number(evenNet.TotalReturn, "0.0"), Number(evenNet.SharpeRatio));
        table.AddRow("random top-k", Band(result.Random.TotalReturn, "0.0"), Band(result.Random.SharpeRatio, "0.00"));
        terminal.Ansi.Write(table);
        terminal.Line("Metrics as the paper's (sums of daily returns); random top-k: mean +- standard deviation, before costs; percentiles by Sharpe ratio.");
    }

    private static string Costs(PortfolioOptions options) => string.Create(CultureInfo.InvariantCulture, $"costs {options.CostBps} bp a side") +
        (options.CostPerShare > 0 ? string.Create(CultureInfo.InvariantCulture, $" + {options.CostPerShare} USD a share") : "");

    private static string Band(Evaluation.Metrics.Distribution values, string format) => $"{Number(values.Mean, format)} +- {Number(values.Sd, format)}";

    private static string Number(double value, string format = "0.00") =>
        double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
