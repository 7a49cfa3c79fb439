using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Lean;

/// <summary>Where LEAN keeps the equities of a market in a data folder. File names are in lower case.</summary>
internal sealed class LeanPaths(string root, string market)
{
    private readonly string _equities = Path.Combine(root, "equity", market);

    public string Maps => Path.Combine(_equities, "map_files");

    public string Relative(BarResolution resolution) => $"equity/{market}/{Name(resolution)}";

    public string Bars(BarResolution resolution) => Path.Combine(_equities, Name(resolution));

    public string Zip(string ticker, BarResolution resolution) => Path.Combine(Bars(resolution), $"{ticker.ToLowerInvariant()}.zip");

    public string Map(string permtick) => Path.Combine(Maps, $"{permtick.ToLowerInvariant()}.csv");

    public string Factors(string permtick) => Path.Combine(_equities, "factor_files", $"{permtick.ToLowerInvariant()}.csv");

    private static string Name(BarResolution resolution) => resolution switch
    {
        BarResolution.Daily => "daily",
        BarResolution.Hour => "hour",
        _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "Expected Daily or Hour.")
    };
}
