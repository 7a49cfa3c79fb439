using AlphaMix.Cli.Console;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;

namespace AlphaMix.Cli.Sessions;

/// <summary>Reads the prices a pool is used on: its universe, or all that the folder has.</summary>
internal static class PoolPrices
{
    public static IReadOnlyList<BarSeries> Load(Terminal terminal, Pool pool, string data, bool all, int threads)
    {
        var folder = PriceFolder.Open(data);
        var resolution = pool.Manifest.Features.Resolution;
        var present = folder.Instruments(resolution);
        var universe = all ? present : [.. present.Intersect(pool.Manifest.Universe, StringComparer.Ordinal)];
        if (universe.Count == 0)
            throw new DataException(
                $"{data}: found none of the {pool.Manifest.Universe.Count} instruments of the pool among {present.Count} with "
                    + $"{resolution} bars. Pass --all-instruments to rank others.");
        if (!all && universe.Count < pool.Manifest.Universe.Count)
            terminal.Line($"Missing from {data}: {string.Join(", ", pool.Manifest.Universe.Except(present, StringComparer.Ordinal))}");
        var report = new IntegrityReport();
        var series = PriceLoader.Load(folder, new DataOptions { Resolution = resolution, Instruments = universe }, report, threads);
        Findings.PrintErrors(terminal, report);
        return series;
    }
}
