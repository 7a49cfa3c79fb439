using AlphaMix.Core.Experts;
using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Routers;

/// <summary>What decides whether two groups may become one soup.</summary>
/// <param name="Shape">The layers.</param>
/// <param name="BatchSize">Samples in a mini-batch.</param>
/// <param name="LearningRate">Adam's step size.</param>
/// <param name="Start">Which start.</param>
internal readonly record struct SoupMember(GroupShape Shape, int BatchSize, double LearningRate, int Start)
{
    /// <summary>Returns it of a trained group.</summary>
    public static SoupMember From(GroupRecord record) => new(record.Shape, record.BatchSize, record.LearningRate, record.Initialisation);
}
