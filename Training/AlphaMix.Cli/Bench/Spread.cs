namespace AlphaMix.Cli.Bench;

/// <summary>What repeated measurements say: their median and quartiles.</summary>
/// <param name="Median">The median.</param>
/// <param name="Low">A quarter lies below.</param>
/// <param name="High">A quarter lies above.</param>
internal readonly record struct Spread(double Median, double Low, double High)
{
    /// <summary>Returns median and quartiles of at least one value.</summary>
    public static Spread Compute(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Spread(Quantile(sorted, 0.5), Quantile(sorted, 0.25), Quantile(sorted, 0.75));
    }

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
