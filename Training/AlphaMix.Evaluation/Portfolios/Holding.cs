using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>One instrument of one day's portfolio.</summary>
/// <param name="Instrument">Column in <see cref="MarketGrid.Instruments"/>.</param>
/// <param name="Rank">
/// Rank of its score that day, 1 the highest; 0 when it is held only because it could not be traded, and where the portfolio has no
/// ranking: 1/N and mixtures.
/// </param>
/// <param name="PortfolioWeight">Share of the portfolio right after the fill; 0 when the order could not be filled.</param>
public readonly record struct Holding(int Instrument, int Rank, double PortfolioWeight);
