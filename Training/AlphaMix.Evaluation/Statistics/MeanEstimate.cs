using AlphaMix.Evaluation.Metrics;
using MathNet.Numerics.Distributions;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>The mean of one value a day and how far it may be off. NaN where it is not defined.</summary>
/// <param name="Value">The mean.</param>
/// <param name="Error">Its standard error, allowing for neighbours that depend on each other (<see cref="NeweyWest"/>).</param>
/// <param name="Count">The number of days that had a value.</param>
internal readonly record struct MeanEstimate(double Value, double Error, int Count)
{
    /// <summary>Gets the mean over its standard error; about standard normal when the true mean is 0.</summary>
    public double T => Value / Error;

    /// <summary>Returns the two-sided interval of the true mean, by the normal distribution.</summary>
    /// <param name="level">Confidence, in (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie in (0, 1).");
        var reach = Normal.InvCDF(0, 1, (1 + level) / 2) * Error;
        return new ConfidenceInterval(Value, Value - reach, Value + reach, level);
    }

    /// <summary>Estimates a mean.</summary>
    /// <param name="values">One value a day, in the order of days; those that are NaN are left out, and their neighbours close the
    /// gap.</param>
    /// <param name="lags">As in <see cref="NeweyWest.TOfMean"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lags"/> is negative.</exception>
    public static MeanEstimate From(ReadOnlySpan<double> values, int? lags = null)
    {
        var known = Array.FindAll(values.ToArray(), value => !double.IsNaN(value));
        return new MeanEstimate(Moments.Compute(known).Mean, NeweyWest.StandardError(known, lags), known.Length);
    }
}
