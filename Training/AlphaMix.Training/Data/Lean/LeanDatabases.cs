using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Training.Data.Lean;

/// <summary>
/// The two files without which LEAN does not start on a data folder: sessions and holidays of markets, and their lot sizes and currencies.
/// They are those of the project's <c>Data/</c>.
/// </summary>
internal static class LeanDatabases
{
    private const string Hours = "market-hours/market-hours-database.json";
    private const string Properties = "symbol-properties/symbol-properties-database.csv";

    /// <summary>Writes those that a data folder lacks; what is there, perhaps LEAN's own, is left alone.</summary>
    public static void AddMissing(string folder)
    {
        foreach (var file in new[] { Hours, Properties })
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
                AtomicFile.Write(path, stream => CopyTo(file, stream));
        }
    }

    /// <summary>
    /// Adds this project's entries of a market to the files of a folder that lack them, such as LEAN's own, which do not have Shanghai.
    /// </summary>
    /// <param name="folder">The data folder; it has both files.</param>
    /// <param name="market">The market.</param>
    /// <returns>The files that have no entry still, because this project has none either.</returns>
    public static IReadOnlyList<string> AddMarket(string folder, string market)
    {
        if (market == LeanMarkets.UnitedStates)
            return [];
        var without = new List<string>();
        var hours = Path.Combine(folder, Hours);
        var entries = Entries(File.ReadAllText(hours));
        if (entries[Key(market)] is null)
        {
            if (Entries(Own(Hours))[Key(market)] is { } entry)
            {
                entries[Key(market)] = entry;
                AtomicFile.WriteText(hours, entries.Root.ToString(Formatting.Indented) + "\n");
            }
            else
                without.Add(hours);
        }

        var properties = Path.Combine(folder, Properties);
        if (Rows(File.ReadAllText(properties), market).Length == 0)
        {
            if (Rows(Own(Properties), market) is { Length: > 0 } rows)
                AtomicFile.WriteText(properties, File.ReadAllText(properties).TrimEnd('\n') + $"\n{string.Join('\n', rows)}\n");
            else
                without.Add(properties);
        }

        return without;
    }

    /// <summary>Returns the time zone of a market's files by a folder's market hours, or by this project's; null when neither has it.</summary>
    public static string? TimeZone(string folder, string market)
    {
        var path = Path.Combine(folder, Hours);
        return (string?)(File.Exists(path) ? Entries(File.ReadAllText(path))[Key(market)]?["dataTimeZone"] : null)
            ?? (string?)Entries(Own(Hours))[Key(market)]?["dataTimeZone"];
    }

    private static string Key(string market) => $"Equity-{market}-[*]";

    private static JObject Entries(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return (JObject)JObject.Load(reader)["entries"]!;
    }

    private static string[] Rows(string text, string market) =>
        [.. text.Split('\n').Where(line => line.StartsWith($"{market},", StringComparison.Ordinal) && line.Contains(",equity,"))];

    private static string Own(string file)
    {
        using var stream = new MemoryStream();
        CopyTo(file, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void CopyTo(string file, Stream target)
    {
        using var source = typeof(LeanDatabases).Assembly.GetManifestResourceStream(file)!;
        source.CopyTo(target);
    }
}
