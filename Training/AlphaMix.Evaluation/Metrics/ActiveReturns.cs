namespace AlphaMix.Evaluation.Metrics;

/// <summary>Daily returns of one portfolio less those of another.</summary>
internal static class ActiveReturns
{
    /// <summary>Returns the daily differences.</summary>
    /// <exception cref="ArgumentException">The numbers of days differ.</exception>
    public static double[] Daily(ReadOnlySpan<double> own, ReadOnlySpan<double> other)
    {
        if (own.Length != other.Length)
            throw new ArgumentException($"Expected {other.Length} days, found {own.Length}.", nameof(own));
        var daily = new double[own.Length];
        for (var day = 0; day < daily.Length; day++)
            daily[day] = own[day] - other[day];
        return daily;
    }

    /// <summary>
    /// Returns mean over standard deviation of the differences, a day; NaN without variation. For ranking portfolios on the same days.
    /// </summary>
    public static double Ratio(ReadOnlySpan<double> own, ReadOnlySpan<double> other)
    {
        var moments = Moments.Compute(Daily(own, other));
        return moments.Deviation > 0 ? moments.Mean / moments.Deviation : double.NaN;
    }
}
