namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Where many equity curves (1 + sum of daily returns) lie after each day.</summary>
/// <param name="P05">5 % quantile, one value a day.</param>
/// <param name="P50">Median, one value a day.</param>
/// <param name="P95">95 % quantile, one value a day.</param>
public sealed record EquityBand(double[] P05, double[] P50, double[] P95);
