using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>How long what scores know stays true: their IC with the return over 1, 2, 3... bars.</summary>
/// <remarks>
/// Grinold and Kahn (2000), Active Portfolio Management, 2nd ed., chapter 13. Returns over h bars overlap for h - 1 days and so do their
/// ICs: the standard error (Newey and West 1987) takes at least 2 (h - 1) lags, so that the Bartlett weights still count most of that
/// dependence.
/// </remarks>
internal static class IcDecay
{
    /// <summary>Gets the horizons of reports: 1, 2, 3, 5, 10 and 20 bars.</summary>
    public static IReadOnlyList<int> Horizons { get; } = [1, 2, 3, 5, 10, 20];

    /// <summary>Measures the IC at several horizons.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">P(up) in the shape of <paramref name="grid"/>.</param>
    /// <param name="span">Days of the scores; those whose return the data does not reach are left out at that horizon.</param>
    /// <param name="fill">Close to close, or next open to a later open.</param>
    /// <param name="horizons">Bars ahead, each at least 1; null takes <see cref="Horizons"/>.</param>
    /// <exception cref="ArgumentException">The scores do not have the shape of the grid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day of the span has no later day in the grid, or a horizon is not
    /// positive.</exception>
    public static IReadOnlyList<IcAtHorizon> Compute(
        MarketGrid grid, ScoreSheet scores, EvaluationSpan span, FillRule fill, IReadOnlyList<int>? horizons = null) =>
        [.. (horizons ?? Horizons).Select(horizon => At(InformationCoefficient.From(grid, scores, span, fill, horizon), horizon))];

    private static IcAtHorizon At(InformationCoefficient forecast, int horizon)
    {
        var days = forecast.Daily.Count(value => !double.IsNaN(value));
        var lags = Math.Max(days > 0 ? NeweyWest.AutomaticLags(days) : 0, 2 * (horizon - 1));
        return new IcAtHorizon(horizon, MeanEstimate.From(forecast.Daily, lags), MeanEstimate.From(forecast.DailyRank, lags));
    }
}
