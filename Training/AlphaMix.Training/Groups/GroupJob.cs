namespace AlphaMix.Training.Groups;

/// <summary>One group to be trained. Together with the samples it determines the result to the bit.</summary>
/// <param name="Ordinal">The group's number in the run; keys its shuffles.</param>
/// <param name="Initialisation">Which start: groups of one shape and initialisation start from the same parameters.</param>
/// <param name="Hyperparameters">Batch size, hidden size, learning rate, experts.</param>
public sealed record GroupJob(int Ordinal, int Initialisation, GroupHyperparameters Hyperparameters);
