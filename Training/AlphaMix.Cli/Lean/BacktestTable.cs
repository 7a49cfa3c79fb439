using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Evaluation.Evaluations;
using Spectre.Console;

namespace AlphaMix.Cli.Lean;

/// <summary>Prints LEAN's statistics, and beside them the project's own figures of the same days.</summary>
internal static class BacktestTable
{
    /// <param name="terminal">Where it is printed.</param>
    /// <param name="lean">LEAN's statistics.</param>
    /// <param name="own">The project's own evaluation; null for none.</param>
    /// <param name="equity">Both portfolios day by day; null for no comparison.</param>
    /// <param name="costs">What the project's own evaluation charges, in a few words.</param>
    public static void Print(Terminal terminal, LeanStatistics lean, StrategyEvaluation? own, EquityComparison? equity, string costs)
    {
        terminal.Line($"{lean.From:yyyy-MM-dd} .. {lean.To:yyyy-MM-dd}");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("LEAN's statistics");
        table.AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, value) in lean.Values)
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        terminal.Ansi.Write(table);
        if (own is null)
        {
            terminal.Line(
                "No evaluation of the project's own beside it: that takes the algorithm AlphaMixStrategy, its pool in storage/ and "
                    + "prices of the same days.");
            return;
        }

        var both = new Table { Border = TableBorder.Simple };
        both.AddColumn("");
        both.AddColumn(new TableColumn("LEAN").RightAligned());
        both.AddColumn(new TableColumn($"simulator, router {own.Name}").RightAligned());
        both.AddRow("total return", lean["Net Profit"], Percent(own.Net.Compounded.TotalReturn));
        both.AddRow("annual return", lean["Compounding Annual Return"], Percent(own.Net.Compounded.AnnualisedReturn));
        both.AddRow("Sharpe ratio", lean["Sharpe Ratio"], own.Net.Compounded.Sharpe.ToString("0.000", CultureInfo.InvariantCulture));
        both.AddRow("drawdown", lean["Drawdown"], Percent(own.Net.Compounded.MaxDrawdown));
        terminal.Ansi.Write(both);
        terminal.Line(
            $"LEAN: with its cash buffer, whole shares and risk-free rate. The simulator: next-open fills, {costs}, risk-free rate 0.");
        if (equity is not null)
            Print(terminal, equity);
    }

    private static void Print(Terminal terminal, EquityComparison equity)
    {
        var largest = equity.Largest.Select(
            each => string.Create(CultureInfo.InvariantCulture, $"{each.Key:yyyy-MM-dd} {each.Value:+0.0;-0.0}"));
        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"Daily returns, LEAN - simulator: {equity.Days} days, mean absolute difference {equity.MeanDifference:0.00} bp, "
                + $"{equity.Above} days above {EquityComparison.Notable} bp; largest: {string.Join(", ", largest)}"));
    }

    private static string Percent(double value) => value.ToString("0.000", CultureInfo.InvariantCulture) + "%";
}
