using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Cli.Bench;

/// <summary>Groups to measure inference with: as they are before training, which costs the same.</summary>
internal static class BenchGroups
{
    /// <summary>Returns groups of 4 experts.</summary>
    /// <param name="count">Number of groups.</param>
    /// <param name="hidden">Units in a hidden layer.</param>
    public static ExpertGroup[] Create(int count, int hidden)
    {
        var shape = new GroupShape(BenchSamples.WindowSize, hidden, 4);
        return [.. Enumerable.Range(0, count).Select(i =>
            new ExpertGroup(shape, GroupInitialiser.Create(new GroupLayout(shape), FastVectorStart.RandomSigns, seed: 1, i)))];
    }
}
