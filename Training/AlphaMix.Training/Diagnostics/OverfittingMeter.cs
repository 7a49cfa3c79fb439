using AlphaMix.Core.Features;
using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Statistics;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Diagnostics;

/// <summary>Works out <see cref="PoolOverfitting"/>: the daily returns of each group's own top-k portfolio, cut into blocks.</summary>
internal static class OverfittingMeter
{
    private const int MostBlocks = 16;
    private const int FewestBlocks = 4;

    /// <summary>Measures a pool on its validation span and on the span of use.</summary>
    /// <param name="windows">The pool and the windows of the span of use.</param>
    /// <param name="series">Bars of the instruments, the validation span's among them.</param>
    /// <param name="portfolio">Names held and fill; costs are not charged, as the choice did not charge them either.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    public static PoolOverfitting Of(PoolWindows windows, IReadOnlyList<BarSeries> series, PortfolioOptions portfolio, int threads)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(portfolio);
        var manifest = windows.Pool.Manifest;

        // As training saw it: no price after the last that entered a fit.
        var before = series.Select(each => each.Before(manifest.FittedThrough.AddDays(1))).ToArray();
        var validation = new PoolWindows(windows.Pool, before, manifest.ValidatedFrom, manifest.FittedThrough.AddDays(1), threads);
        return new PoolOverfitting(Measure(validation, portfolio), Measure(windows, portfolio), windows.Pool.Groups.Count);
    }

    private static BacktestOverfitting? Measure(PoolWindows windows, PortfolioOptions portfolio)
    {
        var days = windows.Span.Count;
        if (windows.Count == 0 || days < 2 * FewestBlocks || windows.Pool.Groups.Count < 2)
            return null;
        var free = portfolio with { CostBps = 0, CostPerShare = 0 };
        double[][] returns =
        [
            .. Enumerable.Range(0, windows.Pool.Groups.Count)
                .Select(group => Simulator.Run(windows.Grid, windows.SheetOf(group), windows.Span, free).GrossReturns)
        ];
        return BacktestOverfitting.From(returns, Math.Min(MostBlocks, days / 4 * 2));
    }
}
