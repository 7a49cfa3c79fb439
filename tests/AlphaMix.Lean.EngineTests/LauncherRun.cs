using System.Diagnostics;
using System.Text.RegularExpressions;
using AlphaMix.Testing;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Lean.EngineTests;

/// <summary>One backtest of LEAN's launcher in a process of its own, as users run it: Python cannot be shut down and begun again in one.</summary>
internal sealed partial record LauncherRun(string Log, string OrderListHash, int Orders)
{
    private static readonly string[] PythonLibraries =
    [
        Environment.GetEnvironmentVariable("PYTHONNET_PYDLL") ?? "", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"
    ];

    /// <summary>Gets Python's library; null where there is none.</summary>
    public static string? Python => Array.Find(PythonLibraries, File.Exists);

    /// <summary>Runs an algorithm.</summary>
    /// <param name="algorithm">Its class.</param>
    /// <param name="location">The DLL or Python file that has it.</param>
    /// <param name="plugins">The folder of our DLLs and Python modules.</param>
    /// <param name="data">LEAN data folder.</param>
    /// <param name="storage">Root of the ObjectStore.</param>
    /// <param name="results">Folder for LEAN's results.</param>
    /// <param name="parameters">The algorithm's parameters.</param>
    public static LauncherRun Run(
        string algorithm, string location, string plugins, string data, string storage, string results, Dictionary<string, string> parameters)
    {
        Directory.CreateDirectory(results);
        var settings = JObject.Parse(File.ReadAllText(Path.Combine(Repository.Root, "lean.json")));
        settings["environment"] = "backtesting";
        settings["algorithm-language"] = location.EndsWith(".py", StringComparison.Ordinal) ? "Python" : "CSharp";
        settings["algorithm-type-name"] = settings["algorithm-id"] = algorithm;
        settings["algorithm-location"] = location;
        settings["data-folder"] = data;
        settings["object-store-root"] = storage;
        settings["close-automatically"] = true;
        settings["parameters"] = JObject.FromObject(parameters);
        settings["python-additional-paths"] = new JArray(plugins);
        var config = Path.Combine(results, "config.json");
        File.WriteAllText(config, settings.ToString());
        return Read(Start(config, results, plugins));
    }

    private static string Start(string config, string results, string plugins)
    {
        var launcher = Environment.GetEnvironmentVariable("LEAN_LAUNCHER_DIR")!;
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(launcher, "QuantConnect.Lean.Launcher.dll"), "--config", config, "--results-destination-folder", results])
        {
            WorkingDirectory = results, RedirectStandardOutput = true, RedirectStandardError = true
        };
        start.Environment["PYTHONNET_PYDLL"] = Python;
        start.Environment["PYTHONPATH"] = $"{launcher}{Path.PathSeparator}{plugins}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return log + error.Result;
    }

    private static LauncherRun Read(string log) => new(
        log, HashLine().Match(log).Groups[1].Value, OrdersLine().Match(log) is { Success: true } match ? int.Parse(match.Groups[1].Value) : 0);

    [GeneratedRegex(@"STATISTICS:: OrderListHash (\w+)")]
    private static partial Regex HashLine();

    [GeneratedRegex(@"STATISTICS:: Total Orders (\d+)")]
    private static partial Regex OrdersLine();
}
