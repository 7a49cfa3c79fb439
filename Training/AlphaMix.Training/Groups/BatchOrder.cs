using System.Runtime.CompilerServices;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Training.Groups;

/// <summary>The order of the samples in an epoch, and with it the membership of mini-batches and sub-batches: the same for every trainer.</summary>
public static class BatchOrder
{
    /// <summary>Gives a group's order in an epoch. It depends on the key alone, not on the epochs before.</summary>
    /// <param name="order">Receives the samples' numbers; mini-batch i is the i-th run of a batch's length, and an incomplete last one is dropped.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="ordinal">The group's ordinal.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Span<int> order, long seed, int ordinal, int epoch)
    {
        Keep(order);
        new KeyedRandom(seed, RandomPurpose.Shuffle, ordinal, epoch).Shuffle(order);
    }

    /// <summary>Gives the order in which the samples came, for experiments alone (<see cref="GroupTrainingOptions.Shuffle"/>).</summary>
    /// <param name="order">Receives the samples' numbers.</param>
    public static void Keep(Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
    }
}
