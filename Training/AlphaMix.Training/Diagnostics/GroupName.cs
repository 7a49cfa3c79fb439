using System.Globalization;
using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Diagnostics;

/// <summary>What reports call a group.</summary>
internal static class GroupName
{
    /// <summary>
    /// Returns its index and what tells it from others: hidden size x experts, batch, learning rate, start; or its trees.
    /// </summary>
    public static string From(Pool pool, int group)
    {
        if (group >= pool.Groups.Count)
        {
            var trees = pool.Manifest.TreeGroups[group - pool.Groups.Count];
            return FormattableString.Invariant(
                $"{group}: {trees.Trees} trees {trees.Growth}, rate {trees.Rate:0.#####}, depth {trees.MaxDepth}");
        }

        var record = pool.Manifest.Groups[group];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{group}: {record.Shape.HiddenSize} x {record.Shape.Experts}, batch {record.BatchSize}, lr {record.LearningRate:0.#####}, "
                + $"start {record.Initialisation}");
    }
}
