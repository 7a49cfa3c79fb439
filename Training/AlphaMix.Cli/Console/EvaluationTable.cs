using System.Globalization;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Configuration;
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
        foreach (var name in new[] { "TR %", "SR", "MDD %", "net TR", "net SR", "acc.", "IC", "turnover", "experts", "random", "relab." })
            table.AddColumn(new TableColumn(name).RightAligned().PadLeft(0).PadRight(2));
        foreach (var router in result.Routers)
        {
            var (gross, net) = (router.Gross.Paper, router.Net.Paper);
            table.AddRow(
                router.Name, Number(gross.TotalReturn, "0.0"), Number(gross.SharpeRatio), Number(gross.MaxDrawdown, "0.0"),
                Number(net.TotalReturn, "0.0"), Number(net.SharpeRatio), Number(router.Forecast.Accuracy, "0.000"), Number(router.Forecast.Ic, "0.000"),
                Number(router.Turnover), Number(router.ExpertsUsed, "0.0"),
                Number(router.PercentileAmongRandom, "0.000"), Number(router.PercentileAmongRelabelled, "0.000"));
        }

        var (even, evenNet) = (result.EqualWeight.Gross.Paper, result.EqualWeight.Net.Paper);
        table.AddRow(
            "1/N", Number(even.TotalReturn, "0.0"), Number(even.SharpeRatio), Number(even.MaxDrawdown, "0.0"),
            Number(evenNet.TotalReturn, "0.0"), Number(evenNet.SharpeRatio));
        table.AddRow("random 5 %", Number(result.Random.TotalReturn.P05, "0.0"), Number(result.Random.SharpeRatio.P05));
        table.AddRow("random 50 %", Number(result.Random.TotalReturn.P50, "0.0"), Number(result.Random.SharpeRatio.P50));
        table.AddRow("random 95 %", Number(result.Random.TotalReturn.P95, "0.0"), Number(result.Random.SharpeRatio.P95));
        terminal.Ansi.Write(table);
        terminal.Line("TR, SR and MDD as in the paper (daily returns added); net: after costs; random: share of random top-k portfolios with a lower");
        terminal.Line("Sharpe ratio, before costs; relab.: the same among portfolios with the router's own picks under other instruments' names.");
        terminal.Line();
        terminal.Line(VerdictText.Headline(result));
        foreach (var router in result.Routers)
            terminal.Line($"{router.Name}: {VerdictText.Reason(router, result)}");
        foreach (var note in EvaluationNotes.Of(result))
            terminal.Line(note);
        if (result.ValidationUses is { } uses)
            terminal.Line($"The validation span was used {uses.Total} times before: top K {uses.TopK}, epochs {uses.Epochs}, W {uses.W}, S {uses.S}, R {uses.R}, calibration {uses.Calibration}.");
    }

    private static string Costs(PortfolioOptions options) => string.Create(CultureInfo.InvariantCulture, $"costs {options.CostBps} bp a side") +
        (options.CostPerShare > 0 ? string.Create(CultureInfo.InvariantCulture, $" + {options.CostPerShare} USD a share") : "");

    private static string Number(double value, string format = "0.00") =>
        double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
