using AlphaMix.Core.Artifacts;
using AlphaMix.Lean.Tests;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Lean.EngineTests.Regression;

/// <summary>The simulated market and the pool that the expected statistics are about.</summary>
internal static class RegressionMarket
{
    private static readonly MarketSimulatorOptions Options = new()
    {
        Instruments = 44,
        From = new DateOnly(2018, 9, 3),
        To = new DateOnly(2020, 7, 31),
        Sectors = 3,
        LateListingShare = 0.05
    };

    /// <summary>Gets the names, separated by semicolons.</summary>
    public static string Tickers { get; } = string.Join(';', MarketSimulator.Generate(Options).Select(each => each.Instrument));

    /// <summary>Writes the market to <c>data</c>, and a pool to <c>storage</c>.</summary>
    public static void Write(TemporaryFolder folder)
    {
        new MarketSimulator(Options).Write(folder["data"]);
        var series = PriceLoader.Load(PriceFolder.Open(folder["data"]), new DataOptions(), new IntegrityReport(), threads: 2);
        Directory.CreateDirectory(folder["storage/alphamix"]);
        PoolArtifact.Write(TestPool.For(series, topK: 3, fittedThrough: new DateOnly(2019, 12, 31)), folder["storage/alphamix/pool.safetensors"]);
    }

    /// <summary>Returns an algorithm's parameters as LEAN's configuration has them.</summary>
    /// <param name="parameters">Names and values; the tickers are the market's.</param>
    public static Dictionary<string, string> Configuration(params (string Name, string Value)[] parameters) => new()
    {
        ["parameters"] = Newtonsoft.Json.JsonConvert.SerializeObject(parameters.ToDictionary(pair => pair.Name, pair => pair.Value))
    };
}
