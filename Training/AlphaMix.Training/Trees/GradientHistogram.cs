using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaMix.Training.Trees;

/// <summary>Sums of gradients by bin, for every feature: (features rounded up to whole words) x 256.</summary>
/// <param name="words">Number of words of the columns.</param>
internal sealed class GradientHistogram(int words)
{
    private const int WordBins = BinnedColumns.Lanes * BinnedColumns.HistogramBins;

    private readonly Vector128<double>[] _sums = new Vector128<double>[words * WordBins];

    /// <summary>Returns the bins of a feature.</summary>
    public ReadOnlySpan<GradientSum> Feature(int feature) => MemoryMarshal.Cast<Vector128<double>, GradientSum>(
        _sums.AsSpan(feature * BinnedColumns.HistogramBins, BinnedColumns.HistogramBins));

    /// <summary>Sums the gradients of a leaf's samples by their bins in four features, samples in order.</summary>
    /// <param name="word">Which four features.</param>
    /// <param name="bins">Their bins, one word a sample of the whole set.</param>
    /// <param name="samples">The leaf's samples.</param>
    /// <param name="gradients">Their gradients, one a sample of the leaf.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int word, ReadOnlySpan<uint> bins, ReadOnlySpan<int> samples, ReadOnlySpan<Gradient> gradients)
    {
        var sums = _sums.AsSpan(word * WordBins, WordBins);
        sums.Clear();
        ref var first = ref MemoryMarshal.GetReference(sums);
        ref var second = ref Unsafe.Add(ref first, BinnedColumns.HistogramBins);
        ref var third = ref Unsafe.Add(ref second, BinnedColumns.HistogramBins);
        ref var fourth = ref Unsafe.Add(ref third, BinnedColumns.HistogramBins);
        var pairs = MemoryMarshal.Cast<Gradient, double>(gradients);
        for (var i = 0; i < samples.Length; i++)
        {
            var four = bins[samples[i]];
            var gradient = Vector128.WidenLower(Vector128.CreateScalarUnsafe(pairs[i]).AsSingle());
            Unsafe.Add(ref first, (byte)four) += gradient;
            Unsafe.Add(ref second, (byte)(four >> 8)) += gradient;
            Unsafe.Add(ref third, (byte)(four >> 16)) += gradient;
            Unsafe.Add(ref fourth, four >> 24) += gradient;
        }
    }

    /// <summary>Takes away the sums of one child in four features: what is left is the other child's.</summary>
    public void Subtract(int word, GradientHistogram child)
    {
        var mine = _sums.AsSpan(word * WordBins, WordBins);
        var other = child._sums.AsSpan(word * WordBins, WordBins);
        for (var i = 0; i < mine.Length; i++)
            mine[i] -= other[i];
    }
}
