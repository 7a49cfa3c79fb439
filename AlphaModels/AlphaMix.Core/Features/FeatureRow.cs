namespace AlphaMix.Core.Features;

/// <summary>Computes the features of one bar. Training, evaluation and the plugin all call this one method, so they agree to the bit.</summary>
public static class FeatureRow
{
    /// <summary>Computes one unscaled row.</summary>
    /// <param name="spec">The features.</param>
    /// <param name="history">At least <see cref="FeatureSpec.Lookback"/> usable bars, oldest first; the last is the current bar. Nothing later is seen.</param>
    /// <param name="row">Receives <see cref="FeatureSpec.RowSize"/> values, unit-free ratios.</param>
    public static void Compute(FeatureSpec spec, ReadOnlySpan<Bar> history, Span<float> row)
    {
        var features = spec.Features;
        ref readonly var now = ref history[^1];
        // One running total, newest to oldest, serves every average: look-backs in ascending order extend it.
        double adjustedTotal = 0, splitTotal = 0;
        int adjustedCount = 0, splitCount = 0;
        for (var f = 0; f < features.Count; f++)
        {
            var feature = features[f];
            row[f] = (float)(feature.Kind switch
            {
                FeatureKind.OpenToClose => now.Open / now.Close - 1,
                FeatureKind.HighToClose => now.High / now.Close - 1,
                FeatureKind.LowToClose => now.Low / now.Close - 1,
                FeatureKind.Return => Close(now, feature.Source) / Close(history[^feature.Lookback], feature.Source) - 1,
                FeatureKind.AverageToClose when feature.Source == PriceSource.Adjusted =>
                    Average(history, feature, ref adjustedTotal, ref adjustedCount) / now.Close - 1,
                FeatureKind.AverageToClose =>
                    Average(history, feature, ref splitTotal, ref splitCount) / now.SplitAdjustedClose - 1,
                _ => throw new InvalidOperationException($"Feature {feature.Name} has the unknown kind {feature.Kind}.")
            });
        }
    }

    private static double Average(ReadOnlySpan<Bar> history, Feature feature, ref double total, ref int count)
    {
        if (count > feature.Lookback)
            (total, count) = (0, 0);
        for (; count < feature.Lookback; count++)
            total += Close(history[^(count + 1)], feature.Source);
        return total / count;
    }

    private static double Close(in Bar bar, PriceSource source) =>
        source == PriceSource.Adjusted ? bar.Close : bar.SplitAdjustedClose;
}
