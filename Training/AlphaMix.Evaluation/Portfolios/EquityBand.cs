namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// Quantiles, day by day, of many portfolios' additive equity: 1 + sum of the daily returns so far, a multiple of the starting capital,
/// before costs. Each is taken across portfolios on its own day, so no single portfolio need follow it.
/// </summary>
/// <param name="P05">5 % quantile after each decision day's return, shape <c>(days)</c>.</param>
/// <param name="P50">Median, shape <c>(days)</c>.</param>
/// <param name="P95">95 % quantile, shape <c>(days)</c>.</param>
public sealed record EquityBand(double[] P05, double[] P50, double[] P95);
