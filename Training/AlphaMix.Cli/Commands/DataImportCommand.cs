using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Import;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix data import csv | yahoo DIR</c>: CSV files in; LEAN zips, factor files and map files out.</summary>
internal sealed class DataImportCommand
{
    private readonly Argument<string> _source = new("DIR") { Description = "A folder of CSV files with a header, or one such file." };

    private readonly Option<string?> _preset = Arguments.Value<string?>(
        "--preset", "NAME",
        "What the files hold: yahoo (its download), or sz50 (60-minute bars of Shanghai); the options below override it.");

    private readonly Option<string?> _market = Arguments.Value<string?>(
        "--market", "M", "LEAN's name of the market: the folder equity/M of the data folder. Default: usa.");

    private readonly Option<string?> _timeZone = Arguments.Value<string?>(
        "--timezone", "Z", "Time zone of the files' times, such as Asia/Shanghai or UTC. Default: that of the market.");

    private readonly Option<BarResolution?> _resolution = Arguments.Value<BarResolution?>(
        "--resolution", "R", "Length of a bar: hour or daily. Default: daily.");

    private readonly Option<string?> _map = Arguments.Value<string?>(
        "--map", "FIELD=COLUMN,...",
        "The files' names of columns, such as \"symbol=Code,date=Day,time=Hour,adjusted=Adj Close\". Fields: symbol, date, time, open, high, "
            + "low, close, adjusted, volume. Default: each by its own name, without symbol, time and adjusted.");

    private readonly Option<string?> _stamp = Arguments.Value<string?>(
        "--bar-time", "END", "Which end of an hourly bar its time names: start or end. Default: start.");

    private readonly Option<string?> _dates = Arguments.Value<string?>(
        "--dates", "ORDER", "How dates are written: year-first, day-first or month-first. Default: year-first.");

    private readonly Option<bool> _dropsZeroVolume = Arguments.Flag(
        "--drop-zero-volume", "Leave out bars without volume, at which LEAN would fill orders; training never uses them.");

    private readonly Option<string> _data = Arguments.Data();
    private readonly Option<bool> _strict = DataCheckCommand.Strict();

    /// <summary>Returns <c>data import csv</c>.</summary>
    public static Command Csv(Terminal terminal)
    {
        var import = new DataImportCommand();
        import._preset.AcceptOnlyFromAmong([.. CsvFormat.Presets.Keys]);
        import._stamp.AcceptOnlyFromAmong("start", "end");
        import._dates.AcceptOnlyFromAmong("year-first", "day-first", "month-first");
        var command = new Command("csv", "Import a folder of CSV files of daily or hourly bars, one an instrument or several in one.")
        {
            import._source, import._preset, import._market, import._timeZone, import._resolution, import._map, import._stamp, import._dates,
            import._dropsZeroVolume, import._data, import._strict
        };
        command.SetAction(parsed => Guard.Run(terminal, () => import.Run(parsed, terminal, import.Format(parsed))));
        return command;
    }

    /// <summary>Returns <c>data import yahoo</c>.</summary>
    public static Command Yahoo(Terminal terminal)
    {
        var import = new DataImportCommand();
        var command = new Command(
            "yahoo",
            "Import a folder of Yahoo CSV files: csv --preset yahoo. Dividend factors are recovered from Adj Close / Close.")
        {
            import._source, import._data, import._strict
        };
        command.SetAction(parsed => Guard.Run(terminal, () => import.Run(parsed, terminal, CsvFormat.Yahoo)));
        return command;
    }

    private int Run(ParseResult parsed, Terminal terminal, CsvFormat format)
    {
        var report = new IntegrityReport(parsed.GetValue(_strict));
        var import = CsvImporter.Import(parsed.GetValue(_source)!, parsed.GetValue(_data)!, format, report);
        Findings.Print(terminal, report);
        var dividends = format.Columns.Adjusted is null ? "" : $", {import.Dividends:N0} dividends";
        terminal.Line($"Imported {import.Instruments.Count} instruments, {import.Bars:N0} bars{dividends} into {parsed.GetValue(_data)}.");
        return ExitCode.Ok;
    }

    private CsvFormat Format(ParseResult parsed)
    {
        var preset = parsed.GetValue(_preset) is { } name ? CsvFormat.Presets[name] : new CsvFormat();
        return preset with
        {
            Market = Market(parsed.GetValue(_market)) ?? preset.Market,
            TimeZone = parsed.GetValue(_timeZone) ?? (parsed.GetValue(_market) is null ? preset.TimeZone : null),
            Resolution = parsed.GetValue(_resolution) ?? preset.Resolution,
            Stamp = parsed.GetValue(_stamp) is { } stamp ? Enum.Parse<BarStamp>(stamp, ignoreCase: true) : preset.Stamp,
            Dates = parsed.GetValue(_dates) is { } order
                ? Enum.Parse<DateOrder>(order.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
                : preset.Dates,
            DropsZeroVolume = preset.DropsZeroVolume || parsed.GetValue(_dropsZeroVolume),
            Columns = Columns(preset.Columns, parsed.GetValue(_map))
        };
    }

    private static string? Market(string? market) => market is null || market.All(char.IsAsciiLetterOrDigit)
        ? market?.ToLowerInvariant()
        : throw new UsageException($"--market {market}: expected letters and digits, such as usa or sse.");

    private static CsvColumns Columns(CsvColumns columns, string? map)
    {
        try
        {
            return map is null ? columns : columns.With(map);
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"--map {map}: {fault.Message}.");
        }
    }
}
