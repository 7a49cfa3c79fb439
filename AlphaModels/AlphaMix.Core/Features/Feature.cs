namespace AlphaMix.Core.Features;

/// <summary>One feature: a formula, how many bars it reads, and which prices.</summary>
/// <param name="Name">Name as in Table 2, such as <c>zd5</c>; unique in a <see cref="FeatureSpec"/>.</param>
/// <param name="Kind">The formula.</param>
/// <param name="Lookback">Number of bars read, the current one included; at least 1 (a return: at least 2).</param>
/// <param name="Source">Prices read. Ratios within one bar are the same for both sources.</param>
public sealed record Feature(string Name, FeatureKind Kind, int Lookback = 1, PriceSource Source = PriceSource.Adjusted);
