using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>One instrument of one day's portfolio.</summary>
/// <param name="Instrument">Column in <see cref="MarketGrid.Instruments"/>.</param>
/// <param name="Rank">
/// Rank of its score on the decision day, averaged as the rule asks, 1 the highest. 0 without a score that day, when it is held only
/// because it could not be traded, and where the portfolio has no ranking: 1/N and mixtures. On a day on which no name has a score, 1 for
/// every name that the decision mentions.
/// </param>
/// <param name="PortfolioWeight">
/// Share of the portfolio right after the fill, before costs, a fraction, negative for a short position; 0 when the order lapsed for want
/// of a bar or of free money.
/// </param>
public readonly record struct Holding(int Instrument, int Rank, double PortfolioWeight);
