namespace AlphaMix.Training.Trees;

/// <summary>Thresholds between the bins of one feature.</summary>
internal static class ColumnCuts
{
    /// <summary>
    /// Returns the thresholds: one between all neighbouring values where there are at most <paramref name="bins"/> of them, else those that
    /// divide the samples into as equal parts as ties allow.
    /// </summary>
    /// <param name="sorted">The feature's values in ascending order, missing ones left out; may be empty.</param>
    /// <param name="bins">The most bins, at least 2.</param>
    /// <returns>Thresholds in ascending order, one fewer than bins.</returns>
    public static float[] Find(ReadOnlySpan<float> sorted, int bins)
    {
        var cuts = new List<float>(bins);
        var distinct = 1;
        for (var i = 1; i < sorted.Length && distinct <= bins; i++)
        {
            if (sorted[i] > sorted[i - 1])
                distinct++;
        }

        // A bound of as many parts as samples takes every step between values.
        var (parts, part) = (distinct <= bins ? sorted.Length : bins, 1L);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1] || (long)i * parts < part * sorted.Length)
                continue;
            cuts.Add(Between(sorted[i - 1], sorted[i]));
            part = (long)i * parts / sorted.Length + 1;
        }

        return [.. cuts];
    }

    /// <summary>Returns the bin of a value: the number of thresholds below it.</summary>
    /// <param name="cuts">The feature's thresholds.</param>
    /// <param name="value">Not missing.</param>
    public static int BinOf(ReadOnlySpan<float> cuts, float value)
    {
        var (low, high) = (0, cuts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (value <= cuts[middle])
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>Returns the middle, or the lower value where rounding would lose it: the upper one never goes to the left.</summary>
    private static float Between(float lower, float upper)
    {
        var middle = (float)(((double)lower + upper) / 2);
        return middle < upper ? middle : lower;
    }
}
