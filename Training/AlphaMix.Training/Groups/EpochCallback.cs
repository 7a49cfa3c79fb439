namespace AlphaMix.Training.Groups;

/// <summary>Called at the end of an epoch.</summary>
/// <param name="epoch">The epoch, from 1.</param>
/// <param name="trainingLoss">Mean cross-entropy over the epoch's mini-batches, in nats.</param>
/// <param name="parameters">The parameters now; valid during the call only.</param>
public delegate void EpochCallback(int epoch, double trainingLoss, ReadOnlySpan<float> parameters);
