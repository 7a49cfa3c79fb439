using System.Globalization;
using AlphaMix.Evaluation.Slow;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Cli.Console;

/// <summary>Prints evaluations of slow portfolios as Markdown, one run with intervals or several seeds with their spread.</summary>
internal static class SlowTable
{
    public static void Print(Terminal terminal, IReadOnlyList<SlowEvaluation> runs)
    {
        var first = runs[0];
        terminal.Line($"{(runs.Count > 1 ? $"{runs.Count} runs, " : "")}{first.From:yyyy-MM-dd} .. {first.To:yyyy-MM-dd}: {first.Days} days, {first.Instruments} instruments; IR is the information ratio over 1/N a year{(runs.Count > 1 ? ", mean +- standard deviation over the runs" : $", with its {Text(100 * first.Contenders[0].AtCosts[0].InformationRatio.Level, "0.##")} % interval")}");
        terminal.Line();
        var costs = first.Contenders[0].AtCosts.Select(at => $"IR at {Text(at.CostBps, "0.##")} bp").ToArray();
        terminal.Line($"| | IC | t of IC | turnover a day | {string.Join(" | ", costs)} | break-even bp | relabelled |");
        terminal.Line($"| --- | ---: | ---: | ---: | {string.Join(" | ", costs.Select(_ => "---:"))} | ---: | ---: |");
        for (var c = 0; c < first.Contenders.Count; c++)
            terminal.Line(Row([.. runs.Select(run => run.Contenders[c])]));
        terminal.Line();
        terminal.Line($"1/N, made equal every day, replaces {Text(100 * first.EqualWeightTurnover, "0.0")} % a day and pays the same costs. relabelled: share of {first.Relabelled} portfolios with the same scores under other");
        terminal.Line("instruments' names that have a lower IR before costs. score is what is traded: pool and prior together.");
        foreach (var gate in first.Contenders[0].AtCosts.Where(at => at.GateReason is not null))
            terminal.Line($"Gate at {Text(gate.CostBps, "0.##")} bp: {gate.GatedDays} of {first.Days} days are 1/N, since {gate.GateReason}.");
        if (runs.Count == 1)
            terminal.Line(SlowVerdict.Text(first));
    }

    private static string Row(SlowContender[] runs) => runs.Length == 1
        ? $"| {runs[0].Name} | {Text(runs[0].Ic, "0.0000")} | {Text(runs[0].IcT)} | {Text(runs[0].Turnover, "0.000")} | {string.Join(" | ", runs[0].AtCosts.Select(at => Interval(at.InformationRatio)))} | {Text(runs[0].BreakEvenBps, "0.0")} | {Text(runs[0].PercentileAmongRelabelled)} |"
        : $"| {runs[0].Name} | {Spread(runs, run => run.Ic, "0.0000")} | {Spread(runs, run => run.IcT)} | {Spread(runs, run => run.Turnover, "0.000")} | {string.Join(" | ", Enumerable.Range(0, runs[0].AtCosts.Count).Select(c => Spread(runs, run => run.AtCosts[c].InformationRatio.Value)))} | {Spread(runs, run => run.BreakEvenBps, "0.0")} | {Spread(runs, run => run.PercentileAmongRelabelled)} |";

    private static string Interval(ConfidenceInterval value) => $"{Text(value.Value)} [{Text(value.Lower)}, {Text(value.Upper)}]";

    private static string Spread(SlowContender[] runs, Func<SlowContender, double> figure, string format = "0.00")
    {
        var values = Array.ConvertAll(runs, run => figure(run));
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return !(deviation > 1e-9) ? Text(mean, format) : $"{Text(mean, format)} +- {Text(deviation, format)}";
    }

    private static string Text(double value, string format = "0.00") =>
        double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
