namespace AlphaMix.Core.Features;

/// <summary>
/// Computes the features of one bar. Training, evaluation and the plugin all call this one method, so that they agree to the bit.
/// </summary>
public static class FeatureRow
{
    /// <summary>Computes one unscaled row.</summary>
    /// <param name="spec">The features; none may depend on other instruments.</param>
    /// <param name="history">At least <see cref="FeatureSpec.Lookback"/> usable bars, oldest first; the last is the current bar. Nothing
    /// later is seen.</param>
    /// <param name="row">Receives <see cref="FeatureSpec.RowSize"/> values, unit-free ratios not yet scaled.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="history"/> has fewer bars than a feature reads, or <paramref name="row"/> has too little room.
    /// </exception>
    /// <exception cref="InvalidOperationException">A feature depends on other instruments, or its function returned no finite
    /// number.</exception>
    public static void Compute(FeatureSpec spec, ReadOnlySpan<Bar> history, Span<float> row)
    {
        // Averages share one running total a price source; each equals AverageToClose.Compute to the bit.
        AverageToClose.RunningTotal adjusted = default, splitAdjusted = default;
        var features = spec.Columns;
        row = row[..features.Length];
        for (var f = 0; f < row.Length; f++)
        {
            var feature = features[f];
            var bars = history[^feature.Lookback..];
            if (feature.Function is AverageToClose)
            {
                row[f] = feature.Source == PriceSource.Adjusted ? adjusted.Average(bars, feature.Source)
                    : splitAdjusted.Average(bars, feature.Source);
                continue;
            }

            var value = feature.Function.Compute(bars, feature.Source);
            if (!float.IsFinite(value))
                throw NotFinite(feature, bars[^1], value);
            row[f] = value;
        }
    }

    private static InvalidOperationException NotFinite(Feature feature, in Bar bar, float value) => new(
        $"Feature {feature.Name}: its function {feature.Function.Name} returned {value} for the bars up to {bar.Time:yyyy-MM-dd HH:mm}, "
            + $"expected a finite number.");
}
