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
    // LEAN samples at closes and at midnight; with hourly bars the sample at the close comes before the last bar. A day lasts until six.
    private const int MorningHour = 6;

    /// <summary>Reads the results that LEAN left.</summary>
    /// <param name="file">LEAN's result file.</param>
    /// <param name="timeZone">The market's time zone.</param>
    public static LeanStatistics Read(string file, TimeZoneInfo timeZone)
    {
        var results = JObject.Parse(File.ReadAllText(file));
        var configuration = results["algorithmConfiguration"]!;
        return new LeanStatistics(
            Day(configuration["startDate"]!),
            Day(configuration["endDate"]!),
            [.. ((JObject)results["statistics"]!).Properties().Select(one => KeyValuePair.Create(one.Name, (string)one.Value!))],
            [.. Closes(results, timeZone)]);
    }

    /// <summary>Returns one statistic, or a dash.</summary>
    public string this[string name] => Values.FirstOrDefault(one => one.Key == name).Value ?? "-";

    private static IEnumerable<KeyValuePair<DateOnly, double>> Closes(JObject results, TimeZoneInfo timeZone)
    {
        var points = results.SelectToken("charts['Strategy Equity'].series.Equity.values") ?? new JArray();
        return from point in points
               let time = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds((long)point[0]!), timeZone)
               group (double)point.Last! by DateOnly.FromDateTime(time.DateTime.AddHours(-MorningHour)) into day
               orderby day.Key
               select KeyValuePair.Create(day.Key, day.Last());
    }

    private static DateOnly Day(JToken token) => DateOnly.FromDateTime(
        token.Type == JTokenType.Date ? token.Value<DateTime>() : DateTime.Parse((string)token!, CultureInfo.InvariantCulture));
}
