namespace AlphaMix.Evaluation.Metrics;

/// <summary>The deepest fall from a peak, as a fraction of that peak, of an equity curve that starts at 1.</summary>
internal static class Drawdown
{
    /// <summary>Of the additive equity 1 + sum of returns.</summary>
    public static double OfSums(ReadOnlySpan<double> returns)
    {
        var (equity, peak, deepest) = (1.0, 1.0, 0.0);
        foreach (var value in returns)
        {
            equity += value;
            peak = Math.Max(peak, equity);
            deepest = Math.Max(deepest, (peak - equity) / peak);
        }

        return deepest;
    }

    /// <summary>Of the compounded equity, the product of 1 + return.</summary>
    public static double OfProducts(ReadOnlySpan<double> returns)
    {
        var (equity, peak, deepest) = (1.0, 1.0, 0.0);
        foreach (var value in returns)
        {
            equity *= 1 + value;
            peak = Math.Max(peak, equity);
            deepest = Math.Max(deepest, (peak - equity) / peak);
        }

        return deepest;
    }
}
