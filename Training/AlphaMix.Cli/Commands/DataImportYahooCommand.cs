using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Yahoo;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix data import yahoo DIR</c>: Yahoo CSV files in, LEAN zips, factor files and map files out.</summary>
internal static class DataImportYahooCommand
{
    public static Command Create(Terminal terminal)
    {
        var source = new Argument<string>("DIR")
        {
            Description = "A folder of CSV files named by symbol, with the columns Date,Open,High,Low,Close,Adj Close,Volume."
        };
        var data = Arguments.Data();
        var strict = DataCheckCommand.Strict();
        var command = new Command("yahoo", "Import a folder of Yahoo CSV files. Dividend factors are recovered from Adj Close / Close.")
        {
            source, data, strict
        };
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var report = new IntegrityReport(parsed.GetValue(strict));
            var import = YahooImporter.Import(parsed.GetValue(source)!, parsed.GetValue(data)!, report);
            Findings.Print(terminal, report);
            terminal.Line(
                $"Imported {import.Instruments.Count} instruments, {import.Bars:N0} bars, {import.Dividends:N0} dividends into "
                    + $"{parsed.GetValue(data)}.");
            return ExitCode.Ok;
        }));
        return command;
    }
}
