using System.Runtime.CompilerServices;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Training.Groups.Trainers;

/// <summary>
/// The order of the samples in an epoch, and with it the membership of mini-batches and sub-batches: the same for every trainer.
/// </summary>
internal static class BatchOrder
{
    /// <summary>Computes a group's order in an epoch. It depends on the key alone, not on the epochs before.</summary>
    /// <param name="order">Receives the samples' numbers; mini-batch i is the i-th run of a batch's length, and an incomplete last one is
    /// dropped.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="ordinal">The group's ordinal.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Span<int> order, long seed, int ordinal, int epoch)
    {
        Number(order);
        new KeyedRandom(seed, RandomPurpose.Shuffle, ordinal, epoch).Shuffle(order);
    }

    /// <summary>Computes a group's order in an epoch as the options ask for it: shuffled, or the samples as they come.</summary>
    /// <param name="order">Receives the samples' numbers.</param>
    /// <param name="options">Seed, and whether to shuffle.</param>
    /// <param name="ordinal">The group's ordinal.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    public static void Fill(Span<int> order, GroupTrainingOptions options, int ordinal, int epoch)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Shuffle)
            Fill(order, options.Seed, ordinal, epoch);
        else
            Number(order);
    }

    private static void Number(Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
    }
}
