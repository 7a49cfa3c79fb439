namespace AlphaMix.Evaluation.Portfolios;

/// <summary>The capital at which trades take a given share of the market's volume.</summary>
/// <param name="ShareOfVolume">A trade's part of its instrument's median daily dollar volume, a fraction: 0.01 is 1 %.</param>
/// <param name="Capital">
/// Capital, in the currency of the prices, at which a share of <see cref="Capacity.ShareOfTrades"/> of the trades reaches or passes
/// <paramref name="ShareOfVolume"/>; positive, NaN without trades.
/// </param>
public readonly record struct CapacityPoint(double ShareOfVolume, double Capital);
