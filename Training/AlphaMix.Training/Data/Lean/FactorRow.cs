namespace AlphaMix.Training.Data.Lean;

/// <summary>One row of a LEAN factor file: the factors of all bars up to and including a day, back to the row before.</summary>
/// <param name="Date">Last day the factors hold for: the trading day before the ex-date.</param>
/// <param name="PriceFactor">Dividend factor, positive.</param>
/// <param name="SplitFactor">Split factor, positive.</param>
/// <param name="ReferencePrice">Raw close of <paramref name="Date"/>, from which LEAN recovers the dividend in dollars; 0 when
/// unknown.</param>
internal readonly record struct FactorRow(DateOnly Date, decimal PriceFactor, decimal SplitFactor, decimal ReferencePrice = 0)
{
    /// <summary>Gets the factor from a raw price to an adjusted one.</summary>
    public decimal Scale => PriceFactor * SplitFactor;
}
