using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Tests;

/// <summary>A small evaluation of slow portfolios for tests of its outputs, on days of two folds: pool knows what comes, the others know nothing.</summary>
internal static class SampleSlow
{
    public const int Days = 80;

    private const int Instruments = 24;

    public static TradingRule Rule { get; } = new() { ScoreDays = 1, FewestNames = 20, PriorWeight = 0.5 };

    public static MarketGrid Grid { get; } = SmallMarket.Random(Days + 2, Instruments, seed: 4);

    public static SlowSetting Setting { get; } = new(
        Rule,
        FillRule.NextOpen,
        new SlowEvaluatorOptions { Relabelled = 20, Replications = 200, Seed = 1 },
        [new SlowFold(SmallMarket.Day(0), SmallMarket.Day(-1), 0.05), new SlowFold(SmallMarket.Day(50), SmallMarket.Day(49), 0.06)]);

    public static SlowOutcome Run(SlowSetting? setting = null, bool scoreKnows = false, ScoreSheet? score = null)
    {
        setting ??= Setting;
        return SlowEvaluator.Run(
            Grid,
            new EvaluationSpan(0, Days),
            [
                new("score", score ?? (scoreKnows ? Knowing() : SmallMarket.RandomScores(Grid, 11))), new("pool", Knowing()),
                new("prior", SmallMarket.RandomScores(Grid, 12)), new("ridge", SmallMarket.RandomScores(Grid, 13))
            ],
            setting.Rule,
            setting.Fill,
            setting.Options);
    }

    /// <summary>Scores without a name on the first days, so that the gate is closed there.</summary>
    public static ScoreSheet SilentAtFirst(int days)
    {
        var sheet = SmallMarket.RandomScores(Grid, 11);
        for (var day = 0; day < days; day++)
        {
            for (var i = 0; i < 6; i++)
                sheet[day, i] = double.NaN;
        }

        return sheet;
    }

    private static ScoreSheet Knowing()
    {
        var sheet = new ScoreSheet(Grid);
        for (var day = 0; day < Days; day++)
        {
            for (var i = 0; i < Instruments; i++)
                sheet[day, i] = 1 / (1 + Math.Exp(-50 * (Grid.Open[(day + 2) * Instruments + i] / Grid.Open[(day + 1) * Instruments + i] - 1)));
        }

        return sheet;
    }
}
