using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Cli.Console;

/// <summary>Prints evaluations: the tables of a report, the verdict, and what to know of how it was reached.</summary>
internal static class EvaluationPrinter
{
    /// <summary>Prints one evaluation, or the mean and standard deviation over several of one configuration.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<EvaluationResult> results)
    {
        var first = results[0];
        terminal.Line(
            $"{(results.Count > 1 ? $"{results.Count} pools, " : "")}{first.From:yyyy-MM-dd} .. {first.To:yyyy-MM-dd}: {first.Days} days, "
            + $"{first.Instruments} instruments, {RuleText.Short(first.Strategies[0])}, fill {first.Fill}, {CostText.All(first.Costs)}"
            + (results.Count > 1 ? ": mean +- standard deviation" : ""));
        terminal.Line();
        DocumentText.Write(EvaluationTables.Numbers(results), terminal.Output);
        terminal.Line();
        if (first.Costs.Count > 1)
        {
            DocumentText.Write(EvaluationTables.Costs(results), terminal.Output);
            terminal.Line();
        }

        if (results.All(result => result.Factors is not null) && first.Strategies.Count > 0)
        {
            DocumentText.Write(FactorTables.Regression(results), terminal.Output);
            terminal.Line();
            DocumentText.Write(FactorTables.OverBest(results), terminal.Output);
            terminal.Line();
        }

        terminal.Line(
            "TR, SR and MDD as in the paper (daily returns added); net: after the highest costs; random: share of random top-k "
                + "portfolios with");
        terminal.Line(
            "a lower Sharpe ratio, before costs; permuted: the same among portfolios with the strategy's own scores under other "
                + "instruments' names.");
        terminal.Line();
        if (results.Count == 1)
            PrintVerdict(terminal, first);
    }

    private static void PrintVerdict(Terminal terminal, EvaluationResult result)
    {
        terminal.Line(VerdictText.Headline(result));
        foreach (var strategy in result.Judged)
            terminal.Line($"{strategy.Name}: {VerdictText.Reason(strategy, result)}");
        foreach (var note in EvaluationNotes.From(result))
            terminal.Line(note);
        if (result.ValidationUses is { } uses)
            terminal.Line(
                $"The validation span was used {uses.Total} times before: top K {uses.TopK}, epochs {uses.Epochs}, W {uses.W}, S {uses.S}, "
                + $"R {uses.R}, calibration {uses.Calibration}{(uses.Extensions > 0 ? $", extensions {uses.Extensions}" : "")}.");
    }
}
