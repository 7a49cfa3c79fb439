using System.Globalization;
using System.IO.Compression;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>Changes a LEAN data folder of daily bars as if a company had split its shares, or changed its ticker.</summary>
internal static class CorporateAction
{
    /// <summary>Splits two for one before the open of a day.</summary>
    public static void SplitTwoForOne(string data, string permtick, DateOnly day)
    {
        var name = permtick.ToLowerInvariant();
        var lines = ReadBars(data, name);
        var last = lines.Last(line => DayOf(line) < day);
        WriteBars(data, name, lines.Select(line => DayOf(line) < day ? line : Halve(line)));

        var factors = Path.Combine(data, "equity", "usa", "factor_files", name + ".csv");
        var rows = File.ReadAllLines(factors).Select(line => line.Split(',')).ToList();
        foreach (var row in rows.Where(row => Day(row[0]) < day))
            row[2] = Number(Parse(row[2]) / 2);
        rows.Insert(rows.FindIndex(row => Day(row[0]) >= day), [last[..8], "1", "0.5", Number(Parse(last.Split(',')[4]) / 10_000)]);
        File.WriteAllLines(factors, rows.Select(row => string.Join(',', row)));
    }

    /// <summary>Renames a company before the open of a day.</summary>
    public static void Rename(string data, string permtick, string ticker, DateOnly day)
    {
        WriteBars(data, ticker.ToLowerInvariant(), ReadBars(data, permtick.ToLowerInvariant()));
        var map = Path.Combine(data, "equity", "usa", "map_files", permtick.ToLowerInvariant() + ".csv");
        var rows = File.ReadAllLines(map).ToList();
        var own = rows[^1].Split(',');
        rows[^1] = string.Join(',', [$"{day.AddDays(-1):yyyyMMdd}", .. own[1..]]);
        rows.Add(string.Join(',', [own[0], ticker.ToLowerInvariant(), .. own[2..]]));
        File.WriteAllLines(map, rows);
    }

    private static string Halve(string line)
    {
        var parts = line.Split(',');
        var prices = parts[1..5].Select(price => Number(Math.Round(Parse(price) / 2)));
        return string.Join(',', [parts[0], .. prices, Number(2 * Parse(parts[5]))]);
    }

    private static string[] ReadBars(string data, string name)
    {
        using var archive = ZipFile.OpenRead(ZipOf(data, name));
        using var reader = new StreamReader(archive.Entries[0].Open());
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void WriteBars(string data, string name, IEnumerable<string> lines)
    {
        File.Delete(ZipOf(data, name));
        using var archive = ZipFile.Open(ZipOf(data, name), ZipArchiveMode.Create);
        using var writer = new StreamWriter(archive.CreateEntry(name + ".csv").Open());
        writer.Write(string.Join('\n', lines) + "\n");
    }

    private static string ZipOf(string data, string name) => Path.Combine(data, "equity", "usa", "daily", name + ".zip");

    private static DateOnly DayOf(string line) => Day(line[..8]);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
