using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Lean.EngineTests;

/// <summary>A data folder that the engine runs on.</summary>
internal static class EngineMarket
{
    /// <summary>Writes a simulated market with the databases that LEAN needs beside it.</summary>
    public static void Write(string data, MarketSimulatorOptions options)
    {
        new MarketSimulator(options).Write(data);
        CopyDatabases(data);
    }

    private static void CopyDatabases(string data)
    {
        var root = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "AlphaMix.Lean.sln")))
            root = root.Parent;
        foreach (var file in new[] { "market-hours/market-hours-database.json", "symbol-properties/symbol-properties-database.csv" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(data, file))!);
            File.Copy(Path.Combine(root.FullName, "Data", file), Path.Combine(data, file));
        }
    }
}
