using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>A value with its interval.</summary>
/// <param name="X">Where: the index of a category, or a number.</param>
/// <param name="Value">The value; NaN draws nothing.</param>
/// <param name="Low">Lower end; NaN draws none.</param>
/// <param name="High">Upper end.</param>
internal readonly record struct IntervalPoint(double X, double Value, double Low, double High)
{
    /// <summary>Returns an estimate with its interval.</summary>
    /// <param name="x">Where.</param>
    /// <param name="interval">The estimate.</param>
    public static IntervalPoint From(double x, ConfidenceInterval interval) => new(x, interval.Value, interval.Lower, interval.Upper);
}
