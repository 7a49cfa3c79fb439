using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Lean;

/// <summary>Where LEAN keeps US equities in a data folder. File names are in lower case.</summary>
internal sealed class LeanPaths(string root)
{
    public string Maps => Path.Combine(root, "equity", "usa", "map_files");

    public static string Relative(BarResolution resolution) => $"equity/usa/{Name(resolution)}";

    public string Bars(BarResolution resolution) => Path.Combine(root, "equity", "usa", Name(resolution));

    public string Zip(string ticker, BarResolution resolution) => Path.Combine(Bars(resolution), $"{ticker.ToLowerInvariant()}.zip");

    public string Map(string permtick) => Path.Combine(Maps, $"{permtick.ToLowerInvariant()}.csv");

    public string Factors(string permtick) => Path.Combine(root, "equity", "usa", "factor_files", $"{permtick.ToLowerInvariant()}.csv");

    private static string Name(BarResolution resolution) => resolution switch
    {
        BarResolution.Daily => "daily",
        BarResolution.Hour => "hour",
        _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "Expected Daily or Hour.")
    };
}
