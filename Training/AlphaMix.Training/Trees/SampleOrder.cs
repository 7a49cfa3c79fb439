namespace AlphaMix.Training.Trees;

/// <summary>The samples in an order in which those of a leaf lie side by side, in their original order.</summary>
internal sealed class SampleOrder
{
    private readonly int[] _samples;
    private readonly int[] _right;

    /// <summary>Initializes a new instance of the <see cref="SampleOrder"/> class.</summary>
    /// <param name="count">Number of samples.</param>
    public SampleOrder(int count) => (_samples, _right) = (new int[count], new int[count]);

    /// <summary>Puts the samples back into their original order: all belong to the root.</summary>
    public void Reset()
    {
        for (var i = 0; i < _samples.Length; i++)
            _samples[i] = i;
    }

    /// <summary>Returns the samples of a leaf.</summary>
    public ReadOnlySpan<int> Of(GrowingLeaf leaf) => _samples.AsSpan(leaf.First, leaf.Count);

    /// <summary>Moves a leaf's samples that go to the left before the others.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="split">The question.</param>
    /// <param name="columns">The samples' bins.</param>
    /// <returns>Number of samples on the left side.</returns>
    public int Divide(GrowingLeaf leaf, TreeSplit split, BinnedColumns columns)
    {
        var samples = _samples.AsSpan(leaf.First, leaf.Count);
        var bins = columns.Words[split.Feature / BinnedColumns.Lanes];
        var shift = 8 * (split.Feature % BinnedColumns.Lanes);
        var (left, right) = (0, 0);
        foreach (var sample in samples)
        {
            var bin = (byte)(bins[sample] >> shift);
            if (bin == BinnedColumns.MissingBin ? split.MissingLeft : bin <= split.Bin)
                samples[left++] = sample;
            else
                _right[right++] = sample;
        }

        _right.AsSpan(0, right).CopyTo(samples[left..]);
        return left;
    }
}
