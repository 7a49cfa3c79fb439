using System.Security.Cryptography;
using System.Text;
using AlphaMix.Core.Features;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Runs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Training.Experiments;

/// <summary>
/// The folder of an experiment: setting.json, tasks/ (a file a task, each written whole or not at all), experiment.json, report.md,
/// report.html and csv/. An experiment that is there is taken up again with the same setting, or refused; seeds, baselines, parts and
/// threads are no part of the setting.
/// </summary>
internal sealed class ExperimentFolder
{
    private readonly string _hash;

    private ExperimentFolder(string root, string setting)
    {
        Root = root;
        _hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(setting)));
    }

    /// <summary>Gets the folder.</summary>
    public string Root { get; }

    /// <summary>Gets the path of the setting.</summary>
    public string Setting => Path.Combine(Root, "setting.json");

    /// <summary>Gets the path of all figures.</summary>
    public string Result => Path.Combine(Root, "experiment.json");

    /// <summary>Gets the path of the report as Markdown.</summary>
    public string Markdown => Path.Combine(Root, "report.md");

    /// <summary>Gets the path of the report as a page.</summary>
    public string Html => Path.Combine(Root, "report.html");

    /// <summary>Gets the folder of the tables and figures as CSV.</summary>
    public string Csv => Path.Combine(Root, "csv");

    /// <summary>Begins an experiment, or takes one up again.</summary>
    /// <param name="root">The folder; made when it does not exist.</param>
    /// <param name="options">The experiment.</param>
    /// <param name="series">Its bars.</param>
    /// <exception cref="RunException">The folder holds an experiment of another setting or version, or something else.</exception>
    public static ExperimentFolder Open(string root, PaperExperimentOptions options, IReadOnlyList<BarSeries> series)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        ArgumentNullException.ThrowIfNull(options);
        var setting = Describe(options, BarsFingerprint.Compute(series.Select(each => each.Usable()), DateOnly.MaxValue));
        var folder = new ExperimentFolder(root, setting);
        if (Directory.Exists(Path.Combine(root, "units")))
            throw new RunException(
                $"{root}: found units/, the results of an earlier version. Choose another folder with --out.");
        if (File.Exists(folder.Setting))
        {
            var found = File.ReadAllText(folder.Setting);
            if (found != setting)
                throw new RunException(
                    $"{folder.Setting}: the experiment was begun with another setting ({FirstDifference(found, setting)}). Go on with "
                        + $"the same one, "
                        + "or choose another folder with --out.");
        }
        else if (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any())
            throw new RunException($"{root}: the folder is not empty and holds no experiment. Choose another folder with --out.");

        AtomicFile.WriteText(folder.Setting, setting);
        return folder;
    }

    /// <summary>Returns the result of a task finished before; null without a readable file of the same setting.</summary>
    /// <param name="key">The task's key.</param>
    public TaskResult? Find(string key)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
            return null;
        try
        {
            var kept = System.Text.Json.JsonSerializer.Deserialize<Kept>(File.ReadAllText(path), TaskJson.Options);
            return kept?.Setting == _hash && kept.Task.Key == key ? kept.Task : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps the result of a finished task.</summary>
    public void Keep(TaskResult task)
    {
        ArgumentNullException.ThrowIfNull(task);
        AtomicFile.WriteText(PathOf(task.Key), System.Text.Json.JsonSerializer.Serialize(new Kept(_hash, task), TaskJson.Options) + "\n");
    }

    private string PathOf(string key) => Path.Combine(Root, "tasks", key.Replace('/', '-') + ".json");

    private static string Describe(PaperExperimentOptions options, string bars)
    {
        var setting = new JObject
        {
            ["format"] = 1,
            ["configuration"] = JObject.Parse(ConfigurationFile.Write(options.Configuration)),
            ["switches"] = new JArray(options.Departures.Names),
            ["costBps"] = options.CostBps,
            ["portfolios"] = options.Portfolios,
            ["replications"] = options.Replications,
            ["verdictLevel"] = Verdict.DefaultLevel,
            ["bars"] = bars
        };
        return setting.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static string FirstDifference(string found, string expected)
    {
        var (before, now) = (found.Split('\n'), expected.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(before.Length, now.Length)).FirstOrDefault(i => before[i] != now[i], -1);
        return line < 0
            ? "one is longer than the other"
            : before[line].Contains("\"bars\"", StringComparison.Ordinal)
                ? "the prices are others"
                : $"it has {before[line].Trim()}, this one {now[line].Trim()}";
    }

    private sealed record Kept(string Setting, TaskResult Task);
}
