namespace AlphaMix.Evaluation.Metrics;

/// <summary>The same daily returns measured by both conventions.</summary>
/// <param name="Paper">The paper's metrics: sums.</param>
/// <param name="Compounded">The usual metrics: products, annualised.</param>
public sealed record ReturnMetrics(PaperMetrics Paper, CompoundedMetrics Compounded)
{
    /// <summary>Measures daily returns, as fractions.</summary>
    public static ReturnMetrics From(ReadOnlySpan<double> dailyReturns) =>
        new(PaperMetrics.From(dailyReturns), CompoundedMetrics.From(dailyReturns));
}
