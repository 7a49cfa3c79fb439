namespace AlphaMix.Evaluation.Portfolios;

/// <summary>The capital at which trades become large against the market.</summary>
/// <param name="ShareOfVolume">A trade's part of the instrument's daily dollar volume.</param>
/// <param name="Capital">
/// Capital, in the currency of the prices, at which that share is reached or passed by <see cref="Capacity.ShareOfTrades"/> of the trades;
/// NaN without trades.
/// </param>
public readonly record struct CapacityPoint(double ShareOfVolume, double Capital);
