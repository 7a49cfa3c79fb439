using System.Globalization;
using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Diagnostics;

/// <summary>What reports call a group.</summary>
internal static class GroupName
{
    /// <summary>Gives its index and what tells it from others: hidden size, experts, batch, learning rate, start.</summary>
    public static string Of(Pool pool, int group)
    {
        var record = pool.Manifest.Groups[group];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{group}: h {record.Shape.HiddenSize}, M {record.Shape.Experts}, batch {record.BatchSize}, lr {record.LearningRate:0.#####}, start {record.Initialisation}");
    }
}
