using Newtonsoft.Json.Linq;

namespace AlphaMix.Training.Configuration;

/// <summary>Keys of earlier versions: each gets an error that names what is written instead.</summary>
internal static class FormerKeys
{
    private static readonly (string Path, string Now)[] Renamed =
    [
        ("portfolio.kind", "portfolio.rule: daily is \"dailyTopK\", slow is \"rankBuffer\""),
        ("portfolio.scoreDays", "portfolio.parameters.scoreDays"),
        ("portfolio.fewestHeld", "portfolio.parameters.minPositions"),
        ("portfolio.heldOneIn", "portfolio.parameters.holdFraction: 4 is 0.25"),
        ("portfolio.maxTurnover", "portfolio.parameters.maxTurnover"),
        ("portfolio.longShort", "portfolio.parameters.longShort"),
        ("portfolio.fewestNames", "portfolio.parameters.minUniverse"),
        ("portfolio.maxYearlyCost", "portfolio.parameters.maxYearlyCost")
    ];

    /// <summary>Throws when a configuration has a former key.</summary>
    /// <exception cref="ConfigurationException">It has; the message names all of them with what is written now.</exception>
    public static void Refuse(JObject configuration)
    {
        string[] found =
        [
            .. Renamed.Where(key => configuration.SelectToken(key.Path) is not null).Select(key => $"{key.Path} is now {key.Now}"),
            .. Soup(configuration)
        ];
        if (found.Length > 0)
            throw new ConfigurationException($"{string.Join("; ", found)}.");
    }

    private static IEnumerable<string> Soup(JObject configuration)
    {
        if (configuration.SelectToken("routers.soup") is { Type: JTokenType.Boolean })
            yield return "routers.soup is now an object: true is {}, false is null";
    }
}
