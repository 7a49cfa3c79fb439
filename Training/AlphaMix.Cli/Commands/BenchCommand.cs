using System.CommandLine;
using AlphaMix.Cli.Bench;
using AlphaMix.Cli.Console;
using Spectre.Console;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix bench</c>: this machine against the project's targets.</summary>
internal static class BenchCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = Arguments.Json("the figures");
        var quick = new Option<bool>("--quick") { Description = "Fewer rounds and less work: under a minute, and less sure." };
        var only = new Option<string[]>("--only")
        {
            Description = "Measure this figure alone, named as in the JSON. Can be repeated.",
            HelpName = "KEY"
        };
        var prices = new Option<string?>("--acl18")
        {
            Description = "The ACL18 prices, a folder of Yahoo CSV files. Default: data/acl18 below $ALPHAMIX_SHARED.",
            HelpName = "DIR"
        };
        var firstGroups = new Option<bool>("--first-groups") { Hidden = true };
        only.AcceptOnlyFromAmong([.. BenchSuite.All.SelectMany(bench => bench.Keys)]);
        var command = new Command(
            "bench", "Measure this machine against the project's targets: training, inference, routers, features, loading.")
        {
            json, quick, only, prices, firstGroups
        };
        command.SetAction((parsed, cancellation) => Guard.RunAsync(terminal, () =>
        {
            if (parsed.GetValue(firstGroups))
                ColdStartBench.RunChild(terminal.Output);
            else
                Run(
                    terminal,
                    new BenchContext(TimeProvider.System, parsed.GetValue(quick), Root(), parsed.GetValue(prices) ?? SharedPrices()),
                    parsed.GetValue(only) ?? [],
                    parsed.GetValue(json),
                    cancellation);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static void Run(Terminal terminal, BenchContext context, string[] only, string? json, CancellationToken cancellation)
    {
        var figures = BenchSuite.Run(context, only, figure => terminal.Line($"{figure.Key} {Value(figure)}"), cancellation);
        terminal.Ansi.Write(Table(figures));
        if (json is not null)
            File.WriteAllText(json, BenchJson.ToString(figures));
    }

    private static Table Table(IReadOnlyList<BenchFigure> figures)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        table.AddColumn(new TableColumn("target").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("here").RightAligned().NoWrap());
        table.AddColumn("");
        table.AddColumn("quartiles; absolute numbers");
        foreach (var figure in figures)
            table.AddRow(
                Markup.Escape(figure.What), figure.Target.ToString(), Value(figure),
                figure.Value is not { } value ? "-" : figure.Target.IsMetBy(value) ? "met" : "missed", Markup.Escape(figure.Note));
        return table;
    }

    private static string Value(BenchFigure figure) =>
        figure.Value is { } value ? Figure.Text(value, value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00#") : "-";

    private static string? SharedPrices() =>
        Environment.GetEnvironmentVariable("ALPHAMIX_SHARED") is { Length: > 0 } shared ? Path.Combine(shared, "data", "acl18") : null;

    // The checkout this program was built in.
    private static string Root()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            if (File.Exists(Path.Combine(up.FullName, "AlphaMix.Lean.sln")))
                return up.FullName;
        }

        return Directory.GetCurrentDirectory();
    }
}
