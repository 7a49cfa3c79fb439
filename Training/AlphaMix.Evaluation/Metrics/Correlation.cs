namespace AlphaMix.Evaluation.Metrics;

/// <summary>Correlation of two lists of numbers of equal length; NaN with fewer than two, or when one does not vary.</summary>
internal static class Correlation
{
    /// <summary>Pearson's: of the numbers.</summary>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (mx, my) = (Moments.Compute(x), Moments.Compute(y));
        if (x.Length < 2 || mx.Deviation == 0 || my.Deviation == 0)
            return double.NaN;
        var products = 0.0;
        for (var i = 0; i < x.Length; i++)
            products += (x[i] - mx.Mean) * (y[i] - my.Mean);
        return products / (x.Length * mx.Deviation * my.Deviation);
    }

    /// <summary>Spearman's: of the ranks, equal numbers sharing their mean rank.</summary>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Pearson(Ranks(x), Ranks(y));

    private static double[] Ranks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var first = 0; first < sorted.Length;)
        {
            var end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first])
                end++;
            for (var r = first; r < end; r++)
                ranks[order[r]] = (first + end + 1) / 2.0;
            first = end;
        }

        return ranks;
    }
}
