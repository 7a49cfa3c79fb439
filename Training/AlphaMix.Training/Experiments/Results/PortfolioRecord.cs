using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Training.Experiments.Results;

/// <summary>
/// What one model of one seed earned on the test span, beside the portfolios without skill of the same days. What is not defined is NaN.
/// </summary>
internal sealed record PortfolioRecord
{
    /// <summary>Gets the name: a router, such as <c>V</c>, or a baseline of Table 3.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the metrics before costs.</summary>
    public required PaperMetrics Gross { get; init; }

    /// <summary>Gets the metrics after costs.</summary>
    public required PaperMetrics Net { get; init; }

    /// <summary>Gets the mean share of the portfolio replaced in a day.</summary>
    public required double Turnover { get; init; }

    /// <summary>Gets the share of directions forecast rightly.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Gets the mean daily IC.</summary>
    public required double Ic { get; init; }

    /// <summary>Gets the share of random portfolios with a lower Sharpe ratio, before costs.</summary>
    public required double BeatsRandom { get; init; }

    /// <summary>Gets the share of permuted portfolios with a lower Sharpe ratio, before costs.</summary>
    public required double BeatsPermuted { get; init; }

    /// <summary>Gets the same after costs.</summary>
    public required double BeatsPermutedNet { get; init; }

    /// <summary>Gets the Sharpe ratios of the permuted portfolios, before costs.</summary>
    public required Distribution PermutedSharpe { get; init; }

    /// <summary>Gets the daily returns before costs, as fractions; null where no figure needs them.</summary>
    public double[]? Daily { get; init; }

    /// <summary>Gets the number of parameters that a forecast of this model is made with; null when unknown.</summary>
    public long? Parameters { get; init; }

    /// <summary>Gets the mean number of experts asked a sample; NaN when it does not apply.</summary>
    public double ExpertsAsked { get; init; } = double.NaN;

    /// <summary>Gets the verdict after costs by the rules of an evaluation; null where none was asked for.</summary>
    public VerdictRecord? Verdict { get; init; }

    /// <summary>Gets how confident the forecasts are, and how often rightly; null where no figure needs it.</summary>
    public ConfidenceRecord? Confidence { get; init; }
}
