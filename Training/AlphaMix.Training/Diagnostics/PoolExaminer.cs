using AlphaMix.Core.Routers;
using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Diagnostics;

/// <summary>Takes the closer look at a pool that reports show: its groups, its routers' audit trails, its features.</summary>
internal static class PoolExaminer
{
    /// <summary>Examines a pool on the span of an evaluation.</summary>
    /// <param name="windows">The pool and the windows of that span.</param>
    /// <param name="outcome">The evaluation; its routers are named as the pool's.</param>
    /// <param name="scores">Its routers' scores, by name.</param>
    public static PoolDiagnostics Examine(PoolWindows windows, EvaluationOutcome outcome, IReadOnlyDictionary<string, ScoreSheet> scores)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(scores);
        var options = outcome.Result.Options;
        var routers = outcome.Result.Routers.Select(router => Enum.Parse<RouterKind>(router.Name)).ToArray();
        var tracer = new RouterTracer(windows);
        var examined = routers.Length > 0 ? routers[0] : RouterKind.V;
        return new PoolDiagnostics
        {
            Groups = Groups(windows, options),
            Traces = [.. routers.Select((router, r) => tracer.Trace(router, scores[router.ToString()], outcome.Curves.Routers[r], options.TopK))],
            ImportanceRouter = examined.ToString(),
            Importance = new PermutationImportance(windows, options.Fill, outcome.Result.Seed).Of(windows.Pool.Router(examined)),
            Drift = DriftMeter.Of(windows)
        };
    }

    private static GroupFigures[] Groups(PoolWindows windows, PortfolioOptions options)
    {
        var count = windows.Pool.Groups.Count;
        var mixture = new ScoreSheet(windows.Grid);
        for (var i = 0; i < windows.Count; i++)
        {
            var mean = 0.0;
            for (var group = 0; group < count; group++)
                mean += windows.LogOdds[group][i] / count;
            mixture[windows.Day(i), windows.Instrument(i)] = Core.Numerics.ExactMath.Sigmoid(mean);
        }

        return
        [
            .. Enumerable.Range(0, count).Select(group =>
            {
                var sheet = windows.SheetOf(group);
                return GroupFigures.Of(
                    GroupName.Of(windows.Pool, group), windows.Grid, sheet, mixture, windows.Span,
                    Simulator.Run(windows.Grid, sheet, windows.Span, options), options.Fill, windows.Pool.Manifest.Groups[group].ValidationProfit);
            })
        ];
    }
}
