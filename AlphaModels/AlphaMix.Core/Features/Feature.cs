namespace AlphaMix.Core.Features;

/// <summary>One feature: a function, how many bars it reads, and which prices.</summary>
/// <param name="Name">Name as in Table 2, such as <c>zd5</c>; unique in a <see cref="FeatureSpec"/>.</param>
/// <param name="Function">The formula: one of <see cref="FeatureFunctions"/>, or a function of your own.</param>
/// <param name="Lookback">Number of bars read, the current one included; at least <see cref="IFeatureFunction.LeastLookback"/>.</param>
/// <param name="Source">Prices read. Ratios within one bar are the same for both sources.</param>
/// <remarks>Two features are equal when they are stored alike: their functions need the same name and parameters, and may be different
/// objects.</remarks>
public sealed record Feature(string Name, IFeatureFunction Function, int Lookback = 1, PriceSource Source = PriceSource.Adjusted)
{
    /// <summary>Gets a value indicating whether the feature depends on the other instruments of the day.</summary>
    public bool IsCrossSectional => Function is ResidualFunction;

    /// <inheritdoc/>
    public bool Equals(Feature? other) =>
        other is not null && Name == other.Name && Lookback == other.Lookback && Source == other.Source
        && Function.Name == other.Function.Name && Function.Parameters.Equals(other.Function.Parameters);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Function.Name, Lookback, Source);
}
