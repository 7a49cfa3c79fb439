using AlphaMix.Core.Numerics;
using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Tests.Groups;

/// <summary>Small training sets with overlapping windows, as a panel has them.</summary>
internal static class Toy
{
    /// <summary>Gives standard normal rows, windows that start every third value, and random labels.</summary>
    public static TrainingSamples Random(int count, int windowSize, int key = 0)
    {
        var random = new KeyedRandom(7, RandomPurpose.Market, key);
        var rows = new float[3 * count + windowSize];
        foreach (ref var value in rows.AsSpan())
            value = (float)random.NextNormal();
        var offsets = Enumerable.Range(0, count).Select(i => 3 * i).ToArray();
        var labels = offsets.Select(_ => (byte)random.NextInt(2)).ToArray();
        return new TrainingSamples(rows, windowSize, offsets, labels);
    }

    /// <summary>Gives windows of two signs, each with a little noise, labelled by whether the signs differ: no linear model learns it.</summary>
    public static TrainingSamples ExclusiveOr(int count)
    {
        var random = new KeyedRandom(7, RandomPurpose.Market, 1);
        var rows = new float[2 * count];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (random.NextInt(2), random.NextInt(2));
            rows[2 * i] = 2 * x - 1 + random.NextSymmetric(0.2f);
            rows[2 * i + 1] = 2 * y - 1 + random.NextSymmetric(0.2f);
            labels[i] = (byte)(x ^ y);
        }

        return new TrainingSamples(rows, 2, [.. Enumerable.Range(0, count).Select(i => 2 * i)], labels);
    }
}
