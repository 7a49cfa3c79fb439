using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Slow;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli;

/// <summary>Evaluates pools with a slow portfolio, one or a walk-forward run of them, with the prior alone and ridge beside them.</summary>
internal static class SlowSession
{
    /// <summary>Evaluates the traded score, the pool without the prior, the prior alone, and ridge.</summary>
    /// <param name="pools">Pools in the order of their days.</param>
    /// <param name="series">Bars of the instruments.</param>
    /// <param name="from">First decision day; null for all.</param>
    /// <param name="to">First day that is none; null for all.</param>
    /// <param name="fill">When orders fill; null as the label begins.</param>
    /// <param name="options">Costs and resampling.</param>
    public static SlowRun Evaluate(
        IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series, DateOnly? from, DateOnly? to, FillRule? fill, SlowEvaluatorOptions options)
    {
        var manifest = pools[0].Pool.Manifest;
        var rule = manifest.TradingRule!;
        var scorer = new TimelineScorer(pools, series, options.Threads, from, to);
        var contenders = new List<KeyValuePair<string, ScoreSheet>> { new("score", scorer.DailyScores(RouterKind.V)) };
        if (rule.PriorWeight is > 0 and < 1)
            contenders.Add(new("pool", scorer.DailyScores(RouterKind.V, priorWeight: 0)));
        if (Core.Signals.ReversalPrior.IsIn(manifest.Features))
            contenders.Add(new("prior", scorer.DailyScores(RouterKind.V, priorWeight: 1)));
        contenders.Add(new("ridge", scorer.Ridge()));
        var setting = new SlowSetting(
            Cautious(pools), fill ?? (manifest.Label.BeginsAtOpen ? FillRule.NextOpen : FillRule.Close), options, [.. pools.Select(Fold)]);
        return new SlowRun(SlowEvaluator.Run(scorer.Grid, scorer.Span, contenders, setting.Rule, setting.Fill, options), setting, scorer.Grid);
    }

    private static SlowFold Fold(DatedPool dated) =>
        new(dated.From, dated.Pool.Manifest.FittedThrough, dated.Pool.Manifest.TradingRule!.ExpectedTurnover);

    /// <summary>Gives the first pool's rule with the largest expected turnover of all: the gate judges a run once.</summary>
    private static TradingRule Cautious(IReadOnlyList<DatedPool> pools) =>
        pools[0].Pool.Manifest.TradingRule! with { ExpectedTurnover = pools.Max(dated => dated.Pool.Manifest.TradingRule!.ExpectedTurnover) };
}
