using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Signals;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Scoring;

/// <summary>Measures how much a rule trades, so that a user's costs can be held against it before a day is traded.</summary>
internal static class TurnoverMeter
{
    /// <summary>Returns a rank buffer with its mean turnover over the validation span; any other rule as it is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="router">What scores the validation span.</param>
    /// <param name="priorWeight">Share of the prior in the score; null for P(up) itself.</param>
    /// <param name="label">When orders fill: as the label begins.</param>
    /// <param name="data">The data the pool was trained on.</param>
    /// <param name="split">Its spans.</param>
    public static IPortfolioRule Measure(
        IPortfolioRule rule, IRouter router, double? priorWeight, LabelSpec label, TrainingData data, DateSplit split)
    {
        if (rule is not RankBuffer buffer)
            return rule;
        var grid = MarketGrid.From([.. data.Panel.Series.Select(each => each.Before(split.FitTo))], split.ValidationFrom);
        var windows = new SpanWindows(data.Panel, grid, split.ValidationFrom, split.FitTo, threads: 1);
        if (windows.Span.Count < 2)
            return buffer with { ExpectedTurnover = 0 };
        var scores = windows.Score(router);
        if (priorWeight is { } share)
        {
            var priors = share > 0 ? windows.Forecasts(new ReversalPrior(windows.Panel.Spec).Score) : [];
            scores = MixedScores.Mix(windows, scores, priors, share);
        }

        var terms = new TradingTerms { Fill = label.BeginsAtOpen ? FillRule.NextOpen : FillRule.Close };
        return buffer with { ExpectedTurnover = Math.Round(Simulator.Run(grid, scores, windows.Span, buffer, terms).MeanTurnover, 6) };
    }
}
