using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests;

/// <summary>
/// A small evaluation of rank buffers at three costs, on days of two folds: the comparator pool knows what comes, prior, ridge and V know nothing.
/// </summary>
internal static class SampleRankBuffer
{
    public const int Days = 80;

    private const int Instruments = 24;

    public static RankBuffer Rule { get; } = new() { ScoreDays = 1, MinUniverse = 20 };

    public static MarketGrid Grid { get; } = SmallMarket.Random(Days + 2, Instruments, seed: 4);

    public static Simulator Simulator { get; } = new(Grid, new EvaluationSpan(0, Days), FillRule.NextOpen);

    public static EvaluatorOptions Options { get; } = new()
    {
        Seed = 1,
        Portfolios = 20,
        Replications = 200,
        Folds = [new Fold(SmallMarket.Day(0), SmallMarket.Day(-1), 0.05), new Fold(SmallMarket.Day(50), SmallMarket.Day(49), 0.06)]
    };

    public static IReadOnlyList<ICostModel> Costs { get; } = [.. new[] { 0.0, 5, 10 }.Select(bps => new ProportionalCosts { Bps = bps })];

    public static EvaluationOutcome Run(RankBuffer? rule = null, bool isKnowing = false, ScoreSheet? scores = null, RankBuffer? second = null)
    {
        var first = rule ?? Rule;
        var rules = new RuleTimeline([new(Options.Folds[0].From, first), new(Options.Folds[1].From, second ?? first)]);
        Strategy Comparator(string name, ScoreSheet sheet) => new(name, sheet, rules) { IsComparator = true };
        return Evaluator.Evaluate(
            Simulator,
            [
                new Strategy("V", scores ?? (isKnowing ? Knowing() : SmallMarket.RandomScores(Grid, 11)), rules),
                Comparator("pool", Knowing()),
                Comparator("prior", SmallMarket.RandomScores(Grid, 12)),
                Comparator("ridge", SmallMarket.RandomScores(Grid, 13))
            ],
            Costs,
            Options);
    }

    /// <summary>Scores of too few names on the first days, so that the rule falls back there.</summary>
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
