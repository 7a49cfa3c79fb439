using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Scoring;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Scoring;

/// <summary>A pool on the test span of <see cref="SmallMarket"/>.</summary>
internal static class TestSpan
{
    public static TimelineScorer Create(Pool pool, IReadOnlyList<BarSeries> series, int threads = 1) =>
        new([new DatedPool(SmallMarket.Split.TestFrom, SmallMarket.Split.TestTo, pool)], series, threads);

    /// <summary>Evaluates all routers with fills at the close.</summary>
    public static EvaluationOutcome Evaluate(TimelineScorer scorer, EvaluatorOptions options, double costBps = 0) => Evaluator.Evaluate(
        new Simulator(scorer.Grid, scorer.Span, Evaluation.Markets.FillRule.Close),
        scorer.Strategies(scorer.Routers, new RuleTimeline(new DailyTopK())),
        [new ProportionalCosts { Bps = costBps }],
        options);
}
