using System.Globalization;
using System.IO.Compression;
using QuantConnect;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>A day's raw prices and volume, as they were traded.</summary>
internal sealed record RawBar(DateOnly Day, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume)
{
    private const decimal DeciCents = 10_000;

    /// <summary>Reads a security's daily bars from LEAN's data folder, by its permtick.</summary>
    public static Dictionary<DateOnly, RawBar> Read(string data, Symbol symbol)
    {
        var file = Path.Combine(data, "equity", "usa", "daily", symbol.ID.Symbol.ToLowerInvariant() + ".zip");
        using var archive = ZipFile.OpenRead(file);
        using var reader = new StreamReader(archive.Entries[0].Open());
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToDictionary(bar => bar.Day);
    }

    /// <summary>Returns the trades that make up the bar, in the order of time; times are the exchange's.</summary>
    public IEnumerable<(TimeSpan Time, decimal Price, decimal Quantity)> Trades()
    {
        yield return (new TimeSpan(9, 30, 0), Open, 1);
        yield return (new TimeSpan(11, 0, 0), High, 1);
        yield return (new TimeSpan(11, 30, 0), Low, 1);
        yield return (new TimeSpan(15, 59, 55), Close, Volume - 3);
    }

    private static RawBar Parse(string line)
    {
        var parts = line.Split(',');
        var prices = parts[1..5].Select(part => decimal.Parse(part, CultureInfo.InvariantCulture) / DeciCents).ToArray();
        return new RawBar(
            DateOnly.ParseExact(parts[0][..8], "yyyyMMdd", CultureInfo.InvariantCulture), prices[0], prices[1], prices[2], prices[3],
            decimal.Parse(parts[5], CultureInfo.InvariantCulture));
    }
}
