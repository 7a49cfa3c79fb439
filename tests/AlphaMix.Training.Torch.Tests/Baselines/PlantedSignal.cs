using AlphaMix.Core.Numerics;
using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Torch.Tests.Baselines;

/// <summary>Rows of noise whose last two days decide the label: up when their first feature rises. No one day tells.</summary>
internal static class PlantedSignal
{
    public const int Days = 6;
    public const int Features = 3;

    public static TrainingSamples Create(int count, int key)
    {
        var random = new KeyedRandom(3, RandomPurpose.Market, key);
        var rows = new float[(count + Days) * Features];
        foreach (ref var value in rows.AsSpan())
            value = (float)random.NextNormal();
        var offsets = Enumerable.Range(0, count).Select(i => i * Features).ToArray();
        var labels = Array.ConvertAll(offsets, offset => (byte)(rows[offset + (Days - 1) * Features] > rows[offset + (Days - 2) * Features] ? 1 : 0));
        return new TrainingSamples(rows, Days * Features, offsets, labels);
    }
}
