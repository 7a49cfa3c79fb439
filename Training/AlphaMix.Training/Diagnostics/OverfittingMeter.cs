using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Diagnostics;

/// <summary>Works out <see cref="PoolOverfitting"/>: the daily returns of each group's own top-k portfolio, cut into blocks.</summary>
internal static class OverfittingMeter
{
    private const int MostBlocks = 16;
    private const int FewestBlocks = 4;

    /// <summary>Measures a pool on its validation span and on the span of an evaluation.</summary>
    /// <param name="scorer">The pool on the windows of the evaluated span.</param>
    /// <param name="span">The evaluated decision days.</param>
    /// <param name="series">Bars of the instruments, the validation span's among them.</param>
    /// <param name="rule">The rule that trades each group; costs are not charged, as the choice did not charge them either.</param>
    /// <param name="fill">When orders fill.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    public static PoolOverfitting Measure(
        PoolScorer scorer, EvaluationSpan span, IReadOnlyList<BarSeries> series, IPortfolioRule rule, FillRule fill, int threads)
    {
        var manifest = scorer.Pool.Manifest;

        // As training saw it: no price after the last that entered a fit.
        var end = manifest.FittedThrough.AddDays(1);
        DatedPool[] validated = [new(manifest.ValidatedFrom, end, scorer.Pool)];
        var validation = new TimelineScorer(validated, [.. series.Select(each => each.Before(end))], threads, allowInSample: true);
        return new PoolOverfitting(
            Measure(validation.Scorers[0], validation.Span, rule, fill), Measure(scorer, span, rule, fill), scorer.Pool.Members.Count);
    }

    private static BacktestOverfitting? Measure(PoolScorer scorer, EvaluationSpan span, IPortfolioRule rule, FillRule fill)
    {
        if (scorer.Windows.Count == 0 || span.Count < 2 * FewestBlocks || scorer.Pool.Members.Count < 2)
            return null;
        var simulator = new Simulator(scorer.Windows.Grid, span, fill);
        double[][] returns =
        [
            .. Enumerable.Range(0, scorer.Pool.Members.Count)
                .Select(group => simulator.Run(scorer.GroupProbabilities(group), rule, ProportionalCosts.None).GrossReturns)
        ];
        return BacktestOverfitting.From(returns, Math.Min(MostBlocks, span.Count / 4 * 2));
    }
}
