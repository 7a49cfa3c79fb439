using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests;

/// <summary>A small evaluation of daily top-k strategies for tests of its outputs: V knows the next day's direction, W knows nothing.</summary>
internal static class SampleEvaluation
{
    public const int Days = 60;

    public static MarketGrid Grid { get; } = SmallMarket.Random(Days + 1, 12, seed: 4);

    public static DailyTopK Rule { get; } = new();

    public static Simulator Simulator { get; } = new(Grid, new EvaluationSpan(0, Days), FillRule.Close);

    /// <summary>Diagnostics of <see cref="Run"/>, with a made-up pool of two groups.</summary>
    public static RunDiagnostics Examine(EvaluationOutcome outcome) =>
        RunDiagnostics.Compute(outcome, Strategies(outcome.Result.Strategies[^1].Name).ToDictionary(one => one.Name, one => one.Scores)) with
        {
            Pool = MadeUpPool(outcome)
        };

    public static EvaluationOutcome Run(double costBps = 5, int portfolios = 100, string worst = "W") => Evaluator.Evaluate(
        Simulator,
        Strategies(worst),
        [new ProportionalCosts { Bps = costBps }],
        new EvaluatorOptions
        {
            Seed = 1,
            Portfolios = portfolios,
            ValidationUses = new ValidationUses { Epochs = 240, TopK = 24, W = 64, S = 9, R = 3, Calibration = 1 }
        });

    public static Strategy[] Strategies(string worst = "W") =>
    [
        new Strategy("V", Knowing(), Rule) { Disagreement = new Disagreement(0.25, 0.5) },
        new Strategy(worst, SmallMarket.RandomScores(Grid, seed: 11), Rule)
    ];

    private static ScoreSheet Knowing()
    {
        var knowing = new ScoreSheet(Grid);
        for (var day = 0; day < Days; day++)
        {
            for (var i = 0; i < 12; i++)
            {
                knowing[day, i] = Grid.Close[(day + 1) * 12 + i] > Grid.Close[day * 12 + i] ? 0.9 : 0.1;
                knowing.SetExpertsUsed(day, i, 3);
            }
        }

        return knowing;
    }

    private static PoolDiagnostics MadeUpPool(EvaluationOutcome outcome)
    {
        var simulation = outcome.Curves.Strategies[0].Net;
        TraceEntry[] entries =
        [
            .. simulation.Days.Zip(simulation.Holdings).SelectMany(day => day.Second.Select(holding => new TraceEntry(
                day.First, Grid.Instruments[holding.Instrument], holding.Rank, 0.9, 8,
                [new GroupContribution(0, 0.5, 3, -0.4, true), new GroupContribution(1, 0.5, -0.2, 0.4, false)])))
        ];
        return new PoolDiagnostics
        {
            Groups =
            [
                .. outcome.Result.Strategies.Select((one, s) => new GroupFigures(
                    $"{s}: a group", one.Forecast.Accuracy, MeanEstimate.From(one.Forecast.Daily), one.Gross.Paper, one.Net.Paper, 0.5, 0.2))
            ],
            Traces = [new RouterTrace("V", ["0: a group", "1: a group"], entries, [.. Enumerable.Repeat(8.0, Days)])],
            ImportanceRouter = "V",
            Importance = [new FeatureImportance("zopen", new MeanEstimate(0.02, 0.01, Days)), new FeatureImportance("zhigh", new MeanEstimate(-0.001, 0.01, Days))],
            Drift = [new FeatureDrift("zopen", 0.02, 0.05, 0, 0.1, 1, 1.2), new FeatureDrift("zhigh", 0.3, 0.2, 0, -0.1, 1, 0.8)]
        };
    }
}
