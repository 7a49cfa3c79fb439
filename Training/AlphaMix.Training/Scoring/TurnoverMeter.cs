using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Scoring;

/// <summary>Notes in a pool how much its slow portfolio trades, so that a user's costs can be held against it before a day is traded.</summary>
internal static class TurnoverMeter
{
    /// <summary>Gives the pool with the mean turnover of its rule, router V, over the validation span; a pool without a rule as it is.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="data">The data it was trained on.</param>
    /// <param name="split">Its spans.</param>
    public static Pool Note(Pool pool, TrainingData data, DateSplit split)
    {
        if (pool.Manifest.TradingRule is not { } rule)
            return pool;
        var grid = MarketGrid.From([.. data.Panel.Series.Select(each => each.Before(split.FitTo))], split.ValidationFrom);
        var scorer = new PoolScorer(pool, data.Panel, grid, split.ValidationFrom, split.FitTo, threads: 1);
        var turnover = scorer.Span.Count < 2 ? 0 : SlowSimulator.Run(scorer.Grid, scorer.DailyScores(RouterKind.V), scorer.Span, new PortfolioOptions
        {
            Fill = pool.Manifest.Label.BeginsAtOpen ? FillRule.NextOpen : FillRule.Close,
            Rule = rule
        }).Result.MeanTurnover;
        return pool.With(pool.Manifest with { TradingRule = rule with { ExpectedTurnover = Math.Round(turnover, 6) } });
    }
}
