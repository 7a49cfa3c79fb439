using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>The daily returns of many portfolios over the same days. Immutable; safe to share between threads.</summary>
internal sealed class PortfolioSet
{
    private readonly double[] _returns;

    /// <summary>Initializes a new instance of the <see cref="PortfolioSet"/> class.</summary>
    /// <param name="count">Number of portfolios.</param>
    /// <param name="days">Number of days.</param>
    /// <param name="returns">Daily returns as fractions, shape <c>(count, days)</c>; taken over, not copied.</param>
    /// <exception cref="ArgumentException"><paramref name="returns"/> does not have <c>count * days</c> values.</exception>
    public PortfolioSet(int count, int days, double[] returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        if (returns.Length != count * days)
            throw new ArgumentException($"Expected {count} x {days} returns, found {returns.Length}.", nameof(returns));
        (Count, DayCount, _returns) = (count, days, returns);
        SharpeRatios = new double[count];
        TotalReturns = new double[count];
        for (var p = 0; p < count; p++)
        {
            SharpeRatios[p] = PaperMetrics.SharpeOf(Returns(p));
            TotalReturns[p] = 100 * Moments.Compute(Returns(p)).Sum;
        }
    }

    /// <summary>Gets the number of portfolios.</summary>
    public int Count { get; }

    /// <summary>Gets the number of days.</summary>
    public int DayCount { get; }

    /// <summary>Gets each portfolio's Sharpe ratio (<see cref="PaperMetrics.SharpeRatio"/>); NaN without variation.</summary>
    public double[] SharpeRatios { get; }

    /// <summary>Gets each portfolio's total return in percent (<see cref="PaperMetrics.TotalReturn"/>).</summary>
    public double[] TotalReturns { get; }

    /// <summary>Returns the daily returns of one portfolio, as fractions, shape <c>(days)</c>.</summary>
    public ReadOnlySpan<double> Returns(int portfolio) => _returns.AsSpan(portfolio * DayCount, DayCount);

    /// <summary>Returns the share of portfolios with a lower Sharpe ratio, counting equal ones half: in [0, 1].</summary>
    /// <param name="sharpeRatio">A Sharpe ratio by the paper's convention, over the same days.</param>
    /// <returns>The percentile; NaN when <paramref name="sharpeRatio"/> is NaN or no portfolio has a Sharpe ratio.</returns>
    /// <remarks>
    /// An exact test: when the portfolio asked about is drawn like the n in the set, the percentile is uniform on 0, 1/n, ..., 1 (each with
    /// probability 1 / (n + 1)).
    /// </remarks>
    public double PercentileOf(double sharpeRatio) => Percentile(SharpeRatios, sharpeRatio);

    /// <summary>
    /// Returns the share of portfolios with a lower information ratio over a benchmark, counting equal ones half: in [0, 1].
    /// </summary>
    /// <param name="returns">Daily returns of the portfolio asked about, over the same days.</param>
    /// <param name="benchmark">Daily returns of the benchmark.</param>
    /// <returns>The percentile; NaN when the portfolio does not differ from the benchmark.</returns>
    public double ActivePercentileOf(double[] returns, double[] benchmark)
    {
        var ratios = new double[Count];
        for (var p = 0; p < Count; p++)
            ratios[p] = ActiveReturns.Ratio(Returns(p), benchmark);
        return Percentile(ratios, ActiveReturns.Ratio(returns, benchmark));
    }

    private static double Percentile(double[] values, double own)
    {
        if (double.IsNaN(own))
            return double.NaN;
        var (below, equal, all) = (0, 0, 0);
        foreach (var value in values)
        {
            below += value < own ? 1 : 0;
            equal += value == own ? 1 : 0;
            all += double.IsNaN(value) ? 0 : 1;
        }

        return all == 0 ? double.NaN : (below + 0.5 * equal) / all;
    }

    /// <summary>Returns the band of the additive equity curves, day by day.</summary>
    public EquityBand EquityBand()
    {
        var equity = new double[Count];
        Array.Fill(equity, 1);
        var sorted = new double[Count];
        var band = new EquityBand(new double[DayCount], new double[DayCount], new double[DayCount]);
        for (var day = 0; day < DayCount; day++)
        {
            for (var p = 0; p < Count; p++)
                equity[p] += _returns[p * DayCount + day];
            equity.CopyTo(sorted, 0);
            Array.Sort(sorted);
            band.P05[day] = Distribution.Quantile(sorted, 0.05);
            band.P50[day] = Distribution.Quantile(sorted, 0.5);
            band.P95[day] = Distribution.Quantile(sorted, 0.95);
        }

        return band;
    }
}
