using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>A Sharpe ratio per period with what its precision depends on. A value that is not defined is NaN.</summary>
/// <param name="SharpeRatio">Mean over standard deviation (divisor n), per period: not annualised.</param>
/// <param name="Skewness">Third standardised moment; 0 for a normal distribution.</param>
/// <param name="Kurtosis">Fourth standardised moment, at least 1; 3 for a normal distribution.</param>
/// <param name="Count">Number of periods.</param>
internal readonly record struct SharpeEstimate(double SharpeRatio, double Skewness, double Kurtosis, int Count)
{
    /// <summary>
    /// Gets n times the asymptotic variance of the estimate for independent returns of any shape:
    /// <c>1 - skewness SR + (kurtosis - 1) / 4 SR^2</c>; not negative.
    /// </summary>
    /// <remarks>Mertens (2002); Bailey and Lopez de Prado (2012), the standard error in their probabilistic Sharpe ratio.</remarks>
    public double UnitVariance => 1 - Skewness * SharpeRatio + (Kurtosis - 1) / 4 * SharpeRatio * SharpeRatio;

    /// <summary>Estimates from returns.</summary>
    /// <param name="returns">One return a period, as fractions, finite.</param>
    /// <returns>NaN in all but the count when the returns do not vary.</returns>
    public static SharpeEstimate From(ReadOnlySpan<double> returns)
    {
        var moments = Moments.Compute(returns);
        if (!(moments.Deviation > 0))
            return new SharpeEstimate(double.NaN, double.NaN, double.NaN, returns.Length);

        var (third, fourth) = (0.0, 0.0);
        foreach (var value in returns)
        {
            var z = (value - moments.Mean) / moments.Deviation;
            third += z * z * z;
            fourth += z * z * z * z;
        }

        return new SharpeEstimate(moments.Mean / moments.Deviation, third / returns.Length, fourth / returns.Length, returns.Length);
    }
}
