using System.Diagnostics;
using System.Text.RegularExpressions;
using AlphaMix.Cli.Console;
using AlphaMix.Training.Data.Lean;
using AlphaMix.Training.Runs;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Lean;

/// <summary>LEAN's own launcher, and the project of algorithms that it runs.</summary>
internal sealed partial class LeanLauncher
{
    private const string Launcher = "QuantConnect.Lean.Launcher.dll";

    private readonly string _assembly;

    private LeanLauncher(string folder, string assembly)
    {
        Folder = folder;
        _assembly = assembly;
    }

    /// <summary>Gets the launcher's folder.</summary>
    public string Folder { get; }

    /// <summary>
    /// Builds a project of algorithms and finds the launcher: in LEAN_LAUNCHER_DIR, else beside them, where the real package puts it.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="terminal">Prints what is built, and against which LEAN.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="RunException">The project does not build.</exception>
    public static LeanLauncher? Find(LeanProject project, Terminal terminal)
    {
        var configured = Environment.GetEnvironmentVariable("LEAN_LAUNCHER_DIR") is { Length: > 0 } folder
            && File.Exists(Path.Combine(folder, Launcher)) ? folder : null;
        if (!project.IsCompiled)
            return configured is null ? null : new LeanLauncher(configured, Path.Combine(project.Folder, project.Name + ".dll"));
        if (configured is null)
        {
            // A floating version that was resolved before is not looked up again unless asked for.
            Run(project, "restore", project.File, "--force-evaluate", "--verbosity", "quiet");
            if (Package(project) is not { IsReal: true })
                return null;
        }

        terminal.Line($"Building {project.Name} ...");
        var output = Path.Combine(project.Folder, "bin", "backtest");
        Build(project, output, withLean: configured is null);
        if (Package(project) is { } package)
            terminal.Line($"Compiled  against {package}");
        var launcher = configured ?? output;
        return File.Exists(Path.Combine(launcher, Launcher)) ? new LeanLauncher(launcher, Path.Combine(output, project.Name + ".dll"))
            : null;
    }

    /// <summary>Runs one backtest.</summary>
    /// <param name="run">The backtest.</param>
    /// <param name="settings">LEAN's settings, which the run's own override: lean.json.</param>
    /// <exception cref="RunException">LEAN ended with an error; the message is the one of its log.</exception>
    public LeanStatistics Run(LeanRun run, string settings)
    {
        Directory.CreateDirectory(run.Folder);
        Directory.CreateDirectory(run.Storage);
        var market = LeanMarkets.Of(run.Data);
        LeanDatabases.AddMissing(run.Data);
        LeanDatabases.AddMarket(run.Data, market);
        var config = Path.Combine(run.Folder, "config.json");
        File.WriteAllText(config, Settings(run, settings).ToString());

        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = run.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true
        };
        foreach (var argument in Arguments(run, config))
            start.ArgumentList.Add(argument);
        if (run.PythonFile is not null)
            PythonRuntime.AddTo(start, Folder, Plugins);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var lines = new List<string>();
        using (var log = new StreamWriter(Path.Combine(run.Folder, "launcher.log")))
        {
            void Take(string? line)
            {
                if (line is null)
                    return;
                lock (lines)
                {
                    lines.Add(line);
                    log.WriteLine(line);
                }
            }

            process.OutputDataReceived += (_, data) => Take(data.Data);
            process.ErrorDataReceived += (_, data) => Take(data.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
        }

        var results = Path.Combine(run.Folder, run.Algorithm + ".json");
        if (process.ExitCode != 0 || !File.Exists(results))
            throw new RunException(
                $"LEAN ended with exit code {process.ExitCode}: {Fault(lines)} Its log is {Path.Combine(run.Folder, "log.txt")}.");
        return LeanStatistics.Read(
            results, TimeZoneInfo.FindSystemTimeZoneById(LeanDatabases.TimeZone(run.Data, market) ?? "America/New_York"));
    }

    /// <summary>Gets the folder of the algorithms' assemblies and of our Python modules.</summary>
    private string Plugins => Path.GetDirectoryName(_assembly)!;

    private IEnumerable<string> Arguments(LeanRun run, string config)
    {
        // The real package brings no runtime configuration for the launcher: the algorithms' own will do.
        if (!File.Exists(Path.Combine(Folder, "QuantConnect.Lean.Launcher.runtimeconfig.json")))
        {
            yield return "exec";
            yield return "--runtimeconfig";
            yield return Path.Combine(Folder, Path.ChangeExtension(Path.GetFileName(_assembly), ".runtimeconfig.json"));
        }

        yield return Path.Combine(Folder, Launcher);
        yield return "--config";
        yield return config;
        yield return "--results-destination-folder";
        yield return run.Folder;
    }

    private JObject Settings(LeanRun run, string file)
    {
        var settings = File.Exists(file) ? JObject.Parse(File.ReadAllText(file)) : [];
        settings["environment"] = "backtesting";
        settings["algorithm-language"] = run.PythonFile is null ? "CSharp" : "Python";
        settings["algorithm-type-name"] = run.Algorithm;
        settings["algorithm-id"] = run.Algorithm;
        settings["algorithm-location"] = run.PythonFile ?? _assembly;
        settings["python-additional-paths"] = new JArray([.. settings["python-additional-paths"] ?? new JArray(), Plugins]);
        settings["data-folder"] = run.Data;
        settings["object-store-root"] = run.Storage;
        settings["results-destination-folder"] = run.Folder;
        settings["close-automatically"] = true;
        settings["job-user-id"] = "0";
        settings["api-access-token"] = "";
        settings["parameters"] = JObject.FromObject(run.Parameters);
        return settings;
    }

    private static string Fault(List<string> lines)
    {
        var fault = lines.FindLast(
            line =>
                line.Contains("Runtime Error", StringComparison.Ordinal)
                    || line.Contains("Algorithm.Initialize() Error", StringComparison.Ordinal))
            ?? lines.FindLast(line => line.Contains("ERROR::", StringComparison.Ordinal))
            ?? lines.LastOrDefault(line => line.Length > 0)
            ?? "it said nothing.";
        var said = Noise().Replace(fault, "").Trim();
        return said.EndsWith('.') ? said : said + ".";
    }

    /// <summary>Returns the QuantConnect.Lean package that a project was restored with.</summary>
    private static LeanPackage? Package(LeanProject project)
    {
        var assets = Path.Combine(project.Folder, "obj", "project.assets.json");
        if (!File.Exists(assets) || JObject.Parse(File.ReadAllText(assets))["libraries"] is not JObject libraries)
            return null;
        var name = libraries.Properties().Select(one => one.Name).FirstOrDefault(
            one => one.StartsWith("QuantConnect.Lean/", StringComparison.Ordinal));
        return name is null ? null : new LeanPackage(name.Split('/')[1]);
    }

    private static void Build(LeanProject project, string output, bool withLean)
    {
        string[] arguments =
        [
            "build", project.File, "--configuration", "Release", "--nologo", "--verbosity", "quiet",
            $"-p:OutDir={output}{Path.DirectorySeparatorChar}", "-p:GenerateRuntimeConfigurationFiles=true"
        ];
        Run(project, withLean ? [.. arguments, "-p:CopyLocalLockFileAssemblies=true"] : arguments);
    }

    private static void Run(LeanProject project, params string[] arguments) => Dotnet.Run(project.Name, project.Home, arguments);

    // Time and level before the message, LEAN's stack trace after it.
    [GeneratedRegex(@"^.*?ERROR:: |\s+Stack Trace:.*$|\s+in \w+\.cs:line \d+.*$")]
    private static partial Regex Noise();
}
