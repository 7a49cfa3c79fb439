namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Permuted portfolios before and after costs.</summary>
/// <param name="Gross">Their returns before costs.</param>
/// <param name="Net">Their returns after costs.</param>
internal sealed record PermutedResult(PortfolioSet Gross, PortfolioSet Net);
