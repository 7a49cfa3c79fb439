namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What a closer look at one router's scores and portfolio shows.</summary>
internal sealed record RouterDiagnostics
{
    /// <summary>Gets the router's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the IC by horizon.</summary>
    public required IReadOnlyList<IcAtHorizon> Decay { get; init; }

    /// <summary>Gets the returns by fraction of the ranking.</summary>
    public required QuantileReturns Quantiles { get; init; }

    /// <summary>Gets turnover and holding times.</summary>
    public required TurnoverProfile Turnover { get; init; }

    /// <summary>Gets whether P(up) means what it says.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>Gets the figures of each calendar year.</summary>
    public required IReadOnlyList<PeriodFigures> Years { get; init; }

    /// <summary>Gets the figures of each market regime: volatility, then trend.</summary>
    public required IReadOnlyList<PeriodFigures> Regimes { get; init; }
}
