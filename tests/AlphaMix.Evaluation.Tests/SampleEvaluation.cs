using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Evaluation.Tests;

/// <summary>A small evaluation for tests of its outputs: V knows the next day's direction, W knows nothing.</summary>
internal static class SampleEvaluation
{
    public const int Days = 60;

    public static MarketGrid Grid { get; } = SmallMarket.Random(Days + 1, 12, seed: 4);

    private static readonly EvaluationSpan Span = new(0, Days);

    /// <summary>The closer look at <see cref="Run"/>, with a pool of two groups made up for it.</summary>
    public static RunDiagnostics Examine(EvaluationOutcome outcome) =>
        RunDiagnostics.Of(outcome, Grid, Span, Scores(outcome.Result.Routers[^1].Name)) with { Pool = MadeUpPool(outcome) };

    public static EvaluationOutcome Run(PortfolioOptions? options = null, int portfolios = 100, string worst = "W")
    {
        return Evaluator.Evaluate(
            Grid,
            Span,
            Scores(worst),
            options ?? new PortfolioOptions { CostBps = 5 },
            seed: 1,
            new EvaluatorOptions
            {
                Portfolios = portfolios,
                ValidationUses = new ValidationUses { Epochs = 240, TopK = 24, W = 64, S = 9, R = 3, Calibration = 1 },
                Disagreements = new Dictionary<string, Disagreement> { ["V"] = new(0.25, 0.5) }
            });
    }

    private static Dictionary<string, ScoreSheet> Scores(string worst)
    {
        var grid = Grid;
        var knowing = new ScoreSheet(grid);
        for (var day = 0; day < Days; day++)
        {
            for (var i = 0; i < 12; i++)
            {
                knowing[day, i] = grid.Close[(day + 1) * 12 + i] > grid.Close[day * 12 + i] ? 0.9 : 0.1;
                knowing.SetExpertsUsed(day, i, 3);
            }
        }

        return new Dictionary<string, ScoreSheet> { [worst] = SmallMarket.RandomScores(grid, seed: 11), ["V"] = knowing };
    }

    private static PoolDiagnostics MadeUpPool(EvaluationOutcome outcome)
    {
        var simulation = outcome.Curves.Routers[0];
        TraceEntry[] entries =
        [
            .. simulation.Days.Zip(simulation.Holdings).SelectMany(day => day.Second.Select(holding => new TraceEntry(
                day.First, Grid.Instruments[holding.Instrument], holding.Rank, 0.9, 8,
                [new GroupVoice(0, 0.5, 3, -0.4, true), new GroupVoice(1, 0.5, -0.2, 0.4, false)])))
        ];
        return new PoolDiagnostics
        {
            Groups =
            [
                .. outcome.Result.Routers.Select((router, r) => new GroupFigures(
                    $"{r}: a group", router.Forecast.Accuracy, MeanEstimate.From(router.Forecast.Daily), router.Gross.Paper, router.Net.Paper, 0.5, 0.2))
            ],
            Traces = [new RouterTrace("V", ["0: a group", "1: a group"], entries, [.. Enumerable.Repeat(8.0, Days)])],
            ImportanceRouter = "V",
            Importance = [new FeatureImportance("zopen", new MeanEstimate(0.02, 0.01, Days)), new FeatureImportance("zhigh", new MeanEstimate(-0.001, 0.01, Days))],
            Drift = [new FeatureDrift("zopen", 0.02, 0.05, 0, 0.1, 1, 1.2), new FeatureDrift("zhigh", 0.3, 0.2, 0, -0.1, 1, 0.8)]
        };
    }
}
