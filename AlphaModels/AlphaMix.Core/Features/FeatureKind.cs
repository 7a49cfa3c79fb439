namespace AlphaMix.Core.Features;

/// <summary>The formulas of the paper's Table 2, and those of the residual features.</summary>
public enum FeatureKind
{
    /// <summary>open(t) / close(t) - 1.</summary>
    OpenToClose,

    /// <summary>high(t) / close(t) - 1.</summary>
    HighToClose,

    /// <summary>low(t) / close(t) - 1.</summary>
    LowToClose,

    /// <summary>close(t) / close(t - lookback + 1) - 1; look-back 2 is the one-bar return.</summary>
    Return,

    /// <summary>Mean of the last <c>lookback</c> closes over close(t), minus 1.</summary>
    AverageToClose,

    /// <summary>The residual returns of the last <c>lookback</c> days, added and ranked across the instruments (<see cref="Residuals.ResidualCrossSection"/>).</summary>
    ResidualReturn,

    /// <summary>The s-score of the last <c>lookback</c> residual returns, ranked across the instruments; at least 10.</summary>
    ResidualScore
}
