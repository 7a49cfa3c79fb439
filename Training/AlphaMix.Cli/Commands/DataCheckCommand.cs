using System.CommandLine;
using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Integrity;
using AlphaMix.Training.Data.Loading;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;
using Spectre.Console;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix data check</c>: an integrity report by file and line.</summary>
internal static class DataCheckCommand
{
    public static Option<bool> Strict() => new("--strict") { Description = "Fail at the first bad row instead of leaving it out." };

    public static Command Create(Terminal terminal)
    {
        var data = Arguments.Data();
        var resolution = Arguments.Resolution();
        var strict = new Option<bool>("--strict") { Description = "Return 1 when any row had to be left out." };
        var json = Arguments.Json("the report");
        var command = new Command("check", "Report what is in a price folder and what is wrong with it, by file and line.")
        {
            data, resolution, strict, json
        };
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var report = DataCheck.Run(PriceFolder.Open(parsed.GetValue(data)!), parsed.GetValue(resolution));
            Print(terminal, report);
            if (parsed.GetValue(json) is { } file)
                File.WriteAllText(file, JsonConvert.SerializeObject(report, Formatting.Indented, Settings) + "\n");
            return report.IsSound || !parsed.GetValue(strict) ? ExitCode.Ok : ExitCode.Failed;
        }));
        return command;
    }

    private static JsonSerializerSettings Settings => new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        Converters = { new StringEnumConverter(new CamelCaseNamingStrategy()) }
    };

    private static void Print(Terminal terminal, DataCheckReport report)
    {
        var odd = report.Instruments.Where(IsOdd).ToArray();
        terminal.Line(
            $"{report.Root}: {report.Instruments.Count} instruments, {report.Instruments.Sum(each => (long)each.Bars):N0} "
                + $"{report.Resolution} bars, {report.TradingDays:N0} trading days, {report.FirstDay:yyyy-MM-dd} .. "
                + $"{report.LastDay:yyyy-MM-dd}");
        if (odd.Length > 0)
            terminal.Ansi.Write(Table(odd));
        foreach (var finding in report.Findings.Where(finding => finding.Severity != IntegritySeverity.Info))
            terminal.Line(finding.ToString());
        var errors = report.Findings.Count(finding => finding.Severity == IntegritySeverity.Error);
        terminal.Line(errors == 0 ? "Every row can be read." : $"{errors} rows are left out.");
    }

    private static bool IsOdd(InstrumentCheck check) =>
        check.MissingDays > 0 || check.ZeroVolumeBars > 0 || check.LargeMoves.Count > 0 || check.Bars == 0;

    private static Table Table(InstrumentCheck[] checks)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "instrument", "from", "to", "bars", "missing", "no volume", "flat", "moves > 20 %" })
            table.AddColumn(
                new TableColumn(name) { Alignment = name is "bars" or "missing" or "no volume" or "flat" ? Justify.Right : Justify.Left });
        foreach (var check in checks)
        {
            var moves = string.Join(
                ", ",
                check.LargeMoves.Take(3).Select(
                    move => string.Create(CultureInfo.InvariantCulture, $"{move.Day:yyyy-MM-dd} {move.Return:+0.0%;-0.0%}")));
            if (check.LargeMoves.Count > 3)
                moves += $", {check.LargeMoves.Count - 3} more";
            table.AddRow(
                check.Instrument, $"{check.FirstDay:yyyy-MM-dd}", $"{check.LastDay:yyyy-MM-dd}", $"{check.Bars}", $"{check.MissingDays}",
                $"{check.ZeroVolumeBars}", $"{check.FlatBars}", moves);
        }

        return table;
    }
}
