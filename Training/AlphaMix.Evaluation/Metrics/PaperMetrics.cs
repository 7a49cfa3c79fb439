using System.Text.Json.Serialization;

namespace AlphaMix.Evaluation.Metrics;

/// <summary>The paper's metrics, by the conventions that its printed tables obey: sums of daily returns, nothing compounded.</summary>
/// <remarks>
/// Sun et al. (KDD 2023), section 5.3, whose formulas leave out the factors sqrt(T): with T days, TR = SR VOL sqrt(T) = CR MDD = SoR DD
/// sqrt(T). Standard deviations have divisor n. A value that is not defined is NaN.
/// </remarks>
public sealed record PaperMetrics
{
    /// <summary>Gets the total return TR in percent: 100 times the sum of the daily returns; 0 without days.</summary>
    [JsonPropertyName("TR")]
    public required double TotalReturn { get; init; }

    /// <summary>Gets the Sharpe ratio SR: mean / standard deviation * sqrt(T); NaN without variation.</summary>
    [JsonPropertyName("SR")]
    public required double SharpeRatio { get; init; }

    /// <summary>Gets the Calmar ratio CR: TR / MDD; NaN without a drawdown.</summary>
    [JsonPropertyName("CR")]
    public required double CalmarRatio { get; init; }

    /// <summary>
    /// Gets the Sortino ratio SoR: sum / (standard deviation of the negative returns * sqrt(T)); NaN when these do not vary.
    /// </summary>
    [JsonPropertyName("SoR")]
    public required double SortinoRatio { get; init; }

    /// <summary>Gets the volatility VOL in percent a day: the standard deviation of the daily returns; NaN without days.</summary>
    [JsonPropertyName("VOL")]
    public required double Volatility { get; init; }

    /// <summary>
    /// Gets the downside deviation DD in percent a day: the standard deviation of the negative returns about their own mean; NaN without
    /// one.
    /// </summary>
    [JsonPropertyName("DD")]
    public required double DownsideDeviation { get; init; }

    /// <summary>Gets the maximum drawdown MDD in percent of the peak of the additive equity 1 + sum; 0 without a loss.</summary>
    [JsonPropertyName("MDD")]
    public required double MaxDrawdown { get; init; }

    /// <summary>Measures daily returns.</summary>
    /// <param name="dailyReturns">One return a day, as fractions (0.01 is one percent), finite.</param>
    public static PaperMetrics From(ReadOnlySpan<double> dailyReturns)
    {
        var all = Moments.Compute(dailyReturns);
        var losses = Moments.Compute(dailyReturns, value => value < 0);
        var root = Math.Sqrt(dailyReturns.Length);
        var drawdown = Drawdown.OfSums(dailyReturns);
        return new PaperMetrics
        {
            TotalReturn = 100 * all.Sum,
            SharpeRatio = SharpeOf(all),
            CalmarRatio = drawdown > 0 ? all.Sum / drawdown : double.NaN,
            SortinoRatio = losses.Deviation > 0 ? all.Sum / (losses.Deviation * root) : double.NaN,
            Volatility = 100 * all.Deviation,
            DownsideDeviation = 100 * losses.Deviation,
            MaxDrawdown = 100 * drawdown
        };
    }

    /// <summary>Returns the Sharpe ratio SR alone, for thousands of portfolios.</summary>
    internal static double SharpeOf(ReadOnlySpan<double> dailyReturns) => SharpeOf(Moments.Compute(dailyReturns));

    private static double SharpeOf(Moments all) =>
        all.Deviation > 0 ? all.Mean / all.Deviation * Math.Sqrt(all.Count) : double.NaN;
}
