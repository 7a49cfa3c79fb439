using System.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Json;
using AlphaMix.Training.Pools;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Sessions;

/// <summary>A run's metrics.json: the figures of <c>evaluate --json</c> on the validation span, and what the run took.</summary>
internal static class RunMetrics
{
    /// <param name="validation">The routers on the validation span. R, W and S were fitted on it: in-sample for them.</param>
    /// <param name="trained">The pool and the groups searched.</param>
    /// <param name="timing">Seconds by stage.</param>
    /// <param name="threads">Number of threads.</param>
    public static string ToJson(
        EvaluationResult validation, TrainedPool trained, IReadOnlyDictionary<string, double> timing, int threads)
    {
        var json = JObject.Parse(EvaluationJson.ToString([validation]));
        json["notes"] = new JArray(trained.Notes);
        json["timing"] = JObject.FromObject(timing);
        json["threads"] = threads;
        json["groups"] = new JObject { ["searched"] = trained.Searched.Count, ["kept"] = trained.Pool.Groups.Count };
        if (trained.Pool.TreeGroups.Count > 0)
            json["groups"]!["trees"] = trained.Pool.TreeGroups.Count;
        json["samples"] = new JObject { ["training"] = trained.TrainingSamples, ["validation"] = trained.ValidationSamples };
        json["peakMemoryBytes"] = Process.GetCurrentProcess().PeakWorkingSet64;
        return json.ToString(Formatting.Indented) + "\n";
    }
}
