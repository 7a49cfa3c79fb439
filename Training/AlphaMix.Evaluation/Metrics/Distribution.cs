namespace AlphaMix.Evaluation.Metrics;

/// <summary>Summary statistics of a sample: mean, standard deviation and quantiles; NaN without numbers.</summary>
public sealed record Distribution
{
    /// <summary>Gets how many numbers there were; those that are NaN are left out.</summary>
    public required int Count { get; init; }

    /// <summary>Gets their mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets their standard deviation, divisor n - 1; NaN with fewer than two.</summary>
    public required double Sd { get; init; }

    /// <summary>Gets the 5 % quantile.</summary>
    public required double P05 { get; init; }

    /// <summary>Gets the median.</summary>
    public required double P50 { get; init; }

    /// <summary>Gets the 95 % quantile.</summary>
    public required double P95 { get; init; }

    /// <summary>Computes the statistics of a sample.</summary>
    /// <param name="values">The sample; NaN values are left out.</param>
    public static Distribution From(ReadOnlySpan<double> values)
    {
        var sorted = Array.FindAll(values.ToArray(), value => !double.IsNaN(value));
        Array.Sort(sorted);
        var moments = Moments.Compute(sorted);
        return new Distribution
        {
            Count = sorted.Length,
            Mean = moments.Mean,
            Sd = moments.SampleDeviation,
            P05 = Quantile(sorted, 0.05),
            P50 = Quantile(sorted, 0.5),
            P95 = Quantile(sorted, 0.95)
        };
    }

    /// <summary>
    /// Returns a quantile of ascending numbers, linear between neighbours (type 7 of Hyndman and Fan 1996); NaN without numbers.
    /// </summary>
    internal static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty)
            return double.NaN;
        var position = probability * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
