namespace AlphaMix.Training.Trees;

/// <summary>
/// The samples' values as bins, one byte each, four features to a word: a pass over the samples fills four histograms. Immutable.
/// </summary>
internal sealed class BinnedColumns
{
    /// <summary>Features in a word.</summary>
    public const int Lanes = 4;

    /// <summary>Bins of a feature's histogram.</summary>
    public const int HistogramBins = 256;

    /// <summary>The bin of missing values (NaN), behind all others.</summary>
    public const int MissingBin = HistogramBins - 1;

    private readonly float[][] _cuts;
    private readonly bool[] _hasMissing;

    /// <summary>Initializes a new instance of the <see cref="BinnedColumns"/> class.</summary>
    /// <param name="samples">Valid samples; a window's value is a feature.</param>
    /// <param name="bins">The most bins of a feature, in [2, 255].</param>
    /// <param name="threads">Number of threads; the bins do not depend on it.</param>
    public BinnedColumns(TreeSamples samples, int bins, int threads)
    {
        (Count, Features) = (samples.Count, samples.WindowSize);
        _cuts = new float[Features][];
        _hasMissing = new bool[Features];
        Words = new uint[(Features + Lanes - 1) / Lanes][];
        Parallel.For(0, Words.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, word => Fill(word, samples, bins));
    }

    /// <summary>Gets the number of samples.</summary>
    public int Count { get; }

    /// <summary>Gets the number of features.</summary>
    public int Features { get; }

    /// <summary>Gets the words: of each four features, the bins of every sample, the first feature in the lowest byte.</summary>
    public uint[][] Words { get; }

    /// <summary>Returns the thresholds of a feature; bin b holds the values above cut b - 1 and at most cut b.</summary>
    public ReadOnlySpan<float> Cuts(int feature) => _cuts[feature];

    /// <summary>Returns whether a sample lacks the feature.</summary>
    public bool HasMissing(int feature) => _hasMissing[feature];

    private void Fill(int word, TreeSamples samples, int bins)
    {
        var bytes = new uint[Count];
        var values = new float[Count];
        for (var lane = 0; lane < Lanes && Lanes * word + lane < Features; lane++)
        {
            var feature = Lanes * word + lane;
            var known = Sorted(samples, feature, values);
            _hasMissing[feature] = known.Length < Count;
            _cuts[feature] = ColumnCuts.Find(known, bins);
            for (var i = 0; i < Count; i++)
            {
                var value = samples[i, feature];
                var bin = float.IsNaN(value) ? MissingBin : ColumnCuts.BinOf(_cuts[feature], value);
                bytes[i] |= (uint)bin << (8 * lane);
            }
        }

        Words[word] = bytes;
    }

    private static ReadOnlySpan<float> Sorted(TreeSamples samples, int feature, float[] values)
    {
        var known = 0;
        for (var i = 0; i < samples.Count; i++)
        {
            if (samples[i, feature] is var value && !float.IsNaN(value))
                values[known++] = value;
        }

        Array.Sort(values, 0, known);
        return values.AsSpan(0, known);
    }
}
