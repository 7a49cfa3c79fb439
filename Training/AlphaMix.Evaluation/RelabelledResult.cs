namespace AlphaMix.Evaluation;

/// <summary>Relabelled portfolios before and after costs.</summary>
/// <param name="Gross">Their returns before costs.</param>
/// <param name="Net">Their returns after costs.</param>
public sealed record RelabelledResult(PortfolioSet Gross, PortfolioSet Net);
