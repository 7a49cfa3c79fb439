namespace AlphaMix.Evaluation.Metrics;

/// <summary>Sum and standard deviation (divisor n) of some numbers, in two passes.</summary>
internal readonly record struct Moments(int Count, double Sum, double Deviation)
{
    public double Mean => Sum / Count;

    /// <summary>Gets the standard deviation with divisor n - 1; NaN with fewer than two numbers.</summary>
    public double SampleDeviation => Count < 2 ? double.NaN : Deviation * Math.Sqrt((double)Count / (Count - 1));

    public static Moments Compute(ReadOnlySpan<double> values, Func<double, bool>? filter = null)
    {
        var (count, sum, largest) = (0, 0.0, 0.0);
        foreach (var value in values)
        {
            if (filter is not null && !filter(value))
                continue;
            count++;
            sum += value;
            largest = Math.Max(largest, Math.Abs(value));
        }

        var mean = sum / count;
        var squares = 0.0;
        foreach (var value in values)
        {
            if (filter is null || filter(value))
                squares += (value - mean) * (value - mean);
        }

        // What rounding leaves of equal numbers is no variation: a Sharpe ratio of 1e15 would be the mark of it.
        var deviation = Math.Sqrt(squares / count);
        return new Moments(count, sum, deviation <= 1e-13 * largest ? 0 : deviation);
    }
}
