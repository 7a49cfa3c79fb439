using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>The closer look that reports add to an evaluation.</summary>
public sealed record RunDiagnostics
{
    /// <summary>Gets the grid of the evaluation.</summary>
    public required MarketGrid Grid { get; init; }

    /// <summary>Gets the routers, in the evaluation's order.</summary>
    public required IReadOnlyList<RouterDiagnostics> Routers { get; init; }

    /// <summary>Gets what is known of the pool; null when only scores were given.</summary>
    public PoolDiagnostics? Pool { get; init; }

    /// <summary>Takes a closer look at an evaluation.</summary>
    /// <param name="outcome">What <see cref="Evaluator"/> found.</param>
    /// <param name="grid">Its grid.</param>
    /// <param name="span">Its decision days.</param>
    /// <param name="scores">Its routers' scores, by name.</param>
    /// <param name="history">
    /// The same instruments from before the span, for regimes, which are told from the past. Null takes <paramref name="grid"/>, whose first
    /// days then have none.
    /// </param>
    /// <param name="horizon">The bars ahead that P(up) speaks of. Default 1.</param>
    /// <exception cref="ArgumentException">The history has other instruments, or a sheet does not have the shape of the grid.</exception>
    public static RunDiagnostics Of(
        EvaluationOutcome outcome, MarketGrid grid, EvaluationSpan span, IReadOnlyDictionary<string, ScoreSheet> scores, MarketGrid? history = null,
        int horizon = 1)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(scores);
        var regimes = MarketRegimes.Of(history ?? grid);
        var (result, curves) = outcome;
        return new RunDiagnostics
        {
            Grid = grid,
            Routers =
            [
                .. result.Routers.Select((router, r) => new RouterDiagnostics
                {
                    Name = router.Name,
                    Decay = IcDecay.Of(grid, scores[router.Name], span, result.Options.Fill),
                    Quantiles = QuantileReturns.Of(grid, scores[router.Name], span, result.Options.Fill),
                    Turnover = TurnoverProfile.Of(curves.Routers[r]),
                    Calibration = Calibration.Of(grid, scores[router.Name], span, result.Options.Fill, horizon),
                    Years = Periods(curves, r, router.Forecast, PeriodFigures.Years(curves.EqualWeight.Days)),
                    Regimes =
                    [
                        .. Periods(curves, r, router.Forecast, [.. curves.EqualWeight.Days.Select(regimes.Volatility)], MarketRegimes.VolatilityNames),
                        .. Periods(curves, r, router.Forecast, [.. curves.EqualWeight.Days.Select(regimes.Trend)], MarketRegimes.TrendNames)
                    ]
                })
            ]
        };
    }

    private static IReadOnlyList<PeriodFigures> Periods(
        EvaluationCurves curves, int router, InformationCoefficient forecast, IReadOnlyList<string> labels, IReadOnlyList<string>? order = null) =>
        PeriodFigures.By(curves.Routers[router], curves.EqualWeight, forecast.Daily, labels, [.. order ?? []]);
}
