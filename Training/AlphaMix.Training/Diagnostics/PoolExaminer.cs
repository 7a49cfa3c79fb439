using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Diagnostics;

/// <summary>Computes the diagnostics of a pool that reports show: its groups, its routers' audit trails, its features.</summary>
internal static class PoolExaminer
{
    /// <summary>Examines a pool on the span of an evaluation.</summary>
    /// <param name="scorer">The pool on the windows of that span.</param>
    /// <param name="outcome">The evaluation; its judged strategies, but for mixtures, are named as the pool's routers.</param>
    public static PoolDiagnostics Examine(PoolScorer scorer, EvaluationOutcome outcome)
    {
        var judged = outcome.Result.Strategies
            .Zip(outcome.Curves.Strategies)
            .Where(pair => pair.First is { IsComparator: false, Mixture: null })
            .Select(pair => (Router: pair.First.Name, pair.First.Rule, Simulation: pair.Second.Net))
            .ToArray();
        var tracer = new RouterTracer(scorer);
        var examined = judged.Length > 0 ? judged[0].Router : RouterNames.Average;
        return new PoolDiagnostics
        {
            Groups = Groups(scorer, outcome),
            Traces =
                [.. judged.Select(
                    one => tracer.Trace(scorer.Pool.Router(one.Router), scorer.Probabilities(one.Router), one.Simulation, one.Rule))],
            ImportanceRouter = examined,
            Importance = new PermutationImportance(scorer.Windows, outcome.Simulator.Span, outcome.Simulator.Fill, outcome.Result.Seed)
                .Measure(scorer.Pool.Router(examined)),
            Drift = DriftMeter.Compare(scorer.Pool.Manifest, scorer.Windows.Panel, outcome.Simulator)
        };
    }

    private static GroupFigures[] Groups(PoolScorer scorer, EvaluationOutcome outcome)
    {
        var (simulator, rule) = (outcome.Simulator, outcome.Result.Strategies[0].Rule);
        var profits = scorer.Pool.Manifest.ValidationProfits;
        var mixture = scorer.MeanProbabilities();
        return
        [
            .. Enumerable.Range(0, scorer.Pool.Members.Count).Select(group =>
            {
                var sheet = scorer.GroupProbabilities(group);
                return GroupFigures.Compute(
                    GroupName.From(scorer.Pool, group), simulator.Grid, sheet, mixture, simulator.Span,
                    simulator.Run(sheet, rule, outcome.Result.HighestCosts), simulator.Fill,
                    profits[group]);
            })
        ];
    }
}
