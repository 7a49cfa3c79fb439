using System.Globalization;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Lean;

/// <summary>What LEAN says of a backtest, in its own words.</summary>
/// <param name="From">First day of the algorithm.</param>
/// <param name="To">Last day of the algorithm.</param>
/// <param name="Values">LEAN's statistics, in its order.</param>
/// <param name="Equity">The portfolio's value at each session's close, in the account's currency.</param>
internal sealed record LeanStatistics(
    DateOnly From, DateOnly To, IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<KeyValuePair<DateOnly, double>> Equity)
{
    // LEAN samples at the close (13:00 or 16:00 in New York: the afternoon in UTC) and at midnight (the small hours in UTC).
    private const int Noon = 12;

    /// <summary>Reads the results that LEAN left.</summary>
    public static LeanStatistics Read(string file)
    {
        var results = JObject.Parse(File.ReadAllText(file));
        var configuration = results["algorithmConfiguration"]!;
        return new LeanStatistics(
            Day(configuration["startDate"]!),
            Day(configuration["endDate"]!),
            [.. ((JObject)results["statistics"]!).Properties().Select(one => KeyValuePair.Create(one.Name, (string)one.Value!))],
            [.. Closes(results)]);
    }

    /// <summary>Returns one statistic, or a dash.</summary>
    public string this[string name] => Values.FirstOrDefault(one => one.Key == name).Value ?? "-";

    private static IEnumerable<KeyValuePair<DateOnly, double>> Closes(JObject results)
    {
        var points = results.SelectToken("charts['Strategy Equity'].series.Equity.values") ?? new JArray();
        return from point in points
               let time = DateTimeOffset.FromUnixTimeSeconds((long)point[0]!)
               where time.Hour >= Noon
               group (double)point.Last! by DateOnly.FromDateTime(time.UtcDateTime) into day
               orderby day.Key
               select KeyValuePair.Create(day.Key, day.Last());
    }

    private static DateOnly Day(JToken token) => DateOnly.FromDateTime(
        token.Type == JTokenType.Date ? token.Value<DateTime>() : DateTime.Parse((string)token!, CultureInfo.InvariantCulture));
}
