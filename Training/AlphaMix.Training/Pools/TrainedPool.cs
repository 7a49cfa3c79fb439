using AlphaMix.Core.Pools;
using AlphaMix.Training.Runs;

namespace AlphaMix.Training.Pools;

/// <summary>The result of a training run.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Searched">All groups of the hyperparameter search, the kept and the rejected.</param>
/// <param name="Notes">What a reader should know of the routers: ingredients, mixture weights, on-rates, and which router is no more than
/// another.</param>
/// <param name="TrainingSamples">Number of samples trained on.</param>
/// <param name="ValidationSamples">Number of samples validated on.</param>
/// <param name="Timing">Seconds by stage.</param>
public sealed record TrainedPool(
    Pool Pool,
    IReadOnlyList<GroupRecord> Searched,
    IReadOnlyList<string> Notes,
    int TrainingSamples,
    int ValidationSamples,
    IReadOnlyDictionary<TrainingStage, double> Timing);
