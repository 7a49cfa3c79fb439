using System.Globalization;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Lean;

/// <summary>What LEAN says of a backtest, in its own words.</summary>
/// <param name="From">First day of the algorithm.</param>
/// <param name="To">Last day of the algorithm.</param>
/// <param name="Values">LEAN's statistics, in its order.</param>
internal sealed record LeanStatistics(DateOnly From, DateOnly To, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>Reads the results that LEAN left.</summary>
    public static LeanStatistics Read(string file)
    {
        var results = JObject.Parse(File.ReadAllText(file));
        var configuration = results["algorithmConfiguration"]!;
        return new LeanStatistics(
            Day(configuration["startDate"]!),
            Day(configuration["endDate"]!),
            [.. ((JObject)results["statistics"]!).Properties().Select(one => KeyValuePair.Create(one.Name, (string)one.Value!))]);
    }

    /// <summary>Gives one statistic, or a dash.</summary>
    public string this[string name] => Values.FirstOrDefault(one => one.Key == name).Value ?? "-";

    private static DateOnly Day(JToken token) => DateOnly.FromDateTime(
        token.Type == JTokenType.Date ? token.Value<DateTime>() : DateTime.Parse((string)token!, CultureInfo.InvariantCulture));
}
