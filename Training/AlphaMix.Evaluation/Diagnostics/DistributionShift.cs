using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>How far a sample has moved from a reference.</summary>
/// <remarks>No p-values: neighbouring days share most of their bars, so tests for independent samples would cry wolf.</remarks>
internal static class DistributionShift
{
    // What an empty bin counts as, in samples, so that one does not make the index infinite.
    private const double EmptyBin = 0.5;

    /// <summary>Returns the population stability index over bins that each hold as much of the reference.</summary>
    /// <param name="reference">Values at training, finite, at least one.</param>
    /// <param name="sample">Values in use, finite, at least one.</param>
    /// <param name="bins">Number of bins, at least 2. Default 10. Equal bin edges (a feature that hardly varies) leave fewer.</param>
    /// <returns>
    /// <c>sum (p - q) ln(p / q)</c> over bins, 0 for the same shares. Rules of thumb, not tests: below 0.1 stable, above 0.25 another
    /// population.
    /// </returns>
    /// <remarks>Siddiqi (2006), Credit Risk Scorecards; the symmetrised divergence of Kullback and Leibler (1951). An empty bin counts as
    /// half a value.</remarks>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two bins.</exception>
    public static double StabilityIndex(double[] reference, double[] sample, int bins = 10)
    {
        Check(reference, sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        var sorted = Sorted(reference);
        double[] edges = [.. Enumerable.Range(1, bins - 1).Select(b => Distribution.Quantile(sorted, (double)b / bins)).Distinct()];
        var (expected, found) = (Counts(reference, edges), Counts(sample, edges));
        var index = 0.0;
        for (var b = 0; b < expected.Length; b++)
        {
            if (expected[b] == 0 && found[b] == 0)
                continue;
            var (before, now) = (Math.Max(expected[b], EmptyBin) / reference.Length, Math.Max(found[b], EmptyBin) / sample.Length);
            index += (now - before) * ExactMath.Log(now / before);
        }

        return index;
    }

    /// <summary>Returns the largest distance of the two empirical distribution functions.</summary>
    /// <param name="reference">Values at training, finite, at least one.</param>
    /// <param name="sample">Values in use, finite, at least one.</param>
    /// <returns>The two-sample statistic of Smirnov (1939), in [0, 1]; 0 for the same values.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double KolmogorovSmirnov(double[] reference, double[] sample)
    {
        Check(reference, sample);
        var (first, second) = (Sorted(reference), Sorted(sample));
        var (i, j, largest) = (0, 0, 0.0);
        while (i < first.Length && j < second.Length)
        {
            var value = Math.Min(first[i], second[j]);
            while (i < first.Length && first[i] <= value)
                i++;
            while (j < second.Length && second[j] <= value)
                j++;
            largest = Math.Max(largest, Math.Abs((double)i / first.Length - (double)j / second.Length));
        }

        return largest;
    }

    private static double[] Counts(double[] values, double[] edges)
    {
        var counts = new double[edges.Length + 1];
        foreach (var value in values)
        {
            var place = Array.BinarySearch(edges, value);
            counts[place < 0 ? ~place : place]++;
        }

        return counts;
    }

    private static double[] Sorted(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted;
    }

    private static void Check(double[] reference, double[] sample)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(sample);
        if (reference.Length == 0 || sample.Length == 0)
            throw new ArgumentException($"Expected values on both sides, found {reference.Length} and {sample.Length}.", nameof(sample));
    }
}
