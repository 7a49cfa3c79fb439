using AlphaMix.Core.Numerics;
using AlphaMix.Training.Groups;

namespace AlphaMix.Cli.Bench;

/// <summary>Windows to measure on: rows of random numbers, one instrument after another, of which every window is a slice.</summary>
internal static class BenchSamples
{
    /// <summary>Features in a row, as in the paper.</summary>
    public const int RowSize = 11;

    /// <summary>Values in a window of 10 rows.</summary>
    public const int WindowSize = 10 * RowSize;

    /// <summary>Days of one instrument.</summary>
    private const int Days = 750;

    /// <summary>Returns <paramref name="count"/> windows; 60,000 are the paper's 80 names and three years.</summary>
    public static TrainingSamples Create(int count)
    {
        var random = new KeyedRandom(1, RandomPurpose.Market);
        var instruments = (count + Days - 1) / Days;
        var rows = new float[instruments * (Days + WindowSize / RowSize) * RowSize];
        foreach (ref var value in rows.AsSpan())
            value = (float)random.NextNormal();
        var offsets = new int[count];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            offsets[i] = (i / Days * (Days + WindowSize / RowSize) + i % Days) * RowSize;
            labels[i] = (byte)random.NextInt(2);
        }

        return new TrainingSamples(rows, WindowSize, offsets, labels);
    }
}
