using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests;

/// <summary>A small evaluation for tests of its outputs: V knows the next day's direction, W knows nothing.</summary>
internal static class SampleEvaluation
{
    public const int Days = 60;

    public static MarketGrid Grid { get; } = SmallMarket.Random(Days + 1, 12, seed: 4);

    public static EvaluationOutcome Run(PortfolioOptions? options = null, int portfolios = 100, string worst = "W")
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

        return Evaluator.Evaluate(
            grid,
            new EvaluationSpan(0, Days),
            new Dictionary<string, ScoreSheet> { [worst] = SmallMarket.RandomScores(grid, seed: 11), ["V"] = knowing },
            options ?? new PortfolioOptions { CostBps = 5 },
            seed: 1,
            new EvaluatorOptions
            {
                Portfolios = portfolios,
                ValidationUses = new ValidationUses { Epochs = 240, TopK = 24, W = 64, S = 9, R = 3, Calibration = 1 },
                Disagreements = new Dictionary<string, Disagreement> { ["V"] = new(0.25, 0.5) }
            });
    }
}
