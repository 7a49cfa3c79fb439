namespace AlphaMix.Evaluation.Metrics;

/// <summary>The same daily returns measured by both conventions.</summary>
/// <param name="Paper">The paper's metrics: sums.</param>
/// <param name="Compounded">The usual metrics: products, annualised.</param>
public sealed record ReturnMetrics(PaperMetrics Paper, CompoundedMetrics Compounded)
{
    /// <summary>Computes both conventions' metrics of the same daily returns.</summary>
    /// <param name="dailyReturns">One return a day, as fractions (0.01 is one percent), finite, not below -1.</param>
    public static ReturnMetrics From(ReadOnlySpan<double> dailyReturns) =>
        new(PaperMetrics.From(dailyReturns), CompoundedMetrics.From(dailyReturns));
}
