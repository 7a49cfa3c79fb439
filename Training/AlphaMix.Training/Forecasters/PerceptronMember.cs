using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Forecasters;

/// <summary>One perceptron of an ensemble.</summary>
/// <param name="Samples">What it is trained on.</param>
/// <param name="Job">Its start, shuffles and hyperparameters.</param>
internal sealed record PerceptronMember(TrainingSamples Samples, GroupJob Job);
