namespace AlphaMix.Training.Experiments.Results;

/// <summary>One point of a sweep (Figures 9 and 10).</summary>
/// <param name="Value">The value swept: names held, or experts in a group.</param>
/// <param name="Market">1/N and random portfolios at that point.</param>
/// <param name="Portfolios">The routers at that point.</param>
internal sealed record SweepRecord(int Value, MarketRecord Market, IReadOnlyList<PortfolioRecord> Portfolios);
