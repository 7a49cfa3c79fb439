using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>The closer look that reports add to an evaluation.</summary>
internal sealed record RunDiagnostics
{
    /// <summary>Gets the grid of the evaluation.</summary>
    public required MarketGrid Grid { get; init; }

    /// <summary>Gets the routers, in the evaluation's order.</summary>
    public required IReadOnlyList<RouterDiagnostics> Routers { get; init; }

    /// <summary>Gets what is known of the pool; null when only scores were given.</summary>
    public PoolDiagnostics? Pool { get; init; }

    /// <summary>Computes the diagnostics of an evaluation's judged strategies.</summary>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="scores">P(up) of its judged strategies, by name.</param>
    /// <param name="history">
    /// Prices of the same instruments from before the span, for market regimes. Null takes the evaluation's grid, whose first days then
    /// have none.
    /// </param>
    /// <param name="horizon">The bars ahead that P(up) is about. Default 1.</param>
    /// <exception cref="ArgumentException">The history has other instruments, or a sheet does not have the shape of the grid.</exception>
    public static RunDiagnostics Compute(
        EvaluationOutcome outcome, IReadOnlyDictionary<string, ScoreSheet> scores, MarketGrid? history = null, int horizon = 1)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(scores);
        var grid = outcome.Simulator.Grid;
        var regimes = MarketRegimes.Compute(history ?? grid);
        return new RunDiagnostics
        {
            Grid = grid,
            Routers =
            [
                .. outcome.Result.Strategies.Zip(outcome.Curves.Strategies)
                    .Where(pair => scores.ContainsKey(pair.First.Name))
                    .Select(pair => Diagnose(pair.First, pair.Second.Net, outcome, scores[pair.First.Name], regimes, horizon))
            ]
        };
    }

    private static RouterDiagnostics Diagnose(
        StrategyEvaluation strategy, SimulationResult simulation, EvaluationOutcome outcome, ScoreSheet scores, MarketRegimes regimes,
        int horizon)
    {
        var (grid, span, fill) = (outcome.Simulator.Grid, outcome.Simulator.Span, outcome.Simulator.Fill);
        var equalWeight = outcome.Curves.EqualWeightAtCosts[^1];
        IReadOnlyList<PeriodFigures> Periods(IReadOnlyList<string> labels, IReadOnlyList<string>? order = null) =>
            PeriodFigures.By(simulation, equalWeight, strategy.Forecast.Daily, labels, [.. order ?? []]);
        return new RouterDiagnostics
        {
            Name = strategy.Name,
            Decay = IcDecay.Compute(grid, scores, span, fill),
            Quantiles = QuantileReturns.Compute(grid, scores, span, fill),
            Turnover = TurnoverProfile.Compute(simulation),
            Calibration = Calibration.Compute(grid, scores, span, fill, horizon),
            Years = Periods(PeriodFigures.Years(equalWeight.Days)),
            Regimes =
            [
                .. Periods([.. equalWeight.Days.Select(regimes.Volatility)], MarketRegimes.VolatilityNames),
                .. Periods([.. equalWeight.Days.Select(regimes.Trend)], MarketRegimes.TrendNames)
            ]
        };
    }
}
