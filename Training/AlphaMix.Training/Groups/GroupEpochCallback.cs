namespace AlphaMix.Training.Groups;

/// <summary>
/// Called at the end of an epoch of one group of a set. Called for different groups from several threads at once, for one group in order.
/// </summary>
/// <param name="job">The group.</param>
/// <param name="epoch">The epoch, from 1.</param>
/// <param name="trainingLoss">Mean cross-entropy over the epoch's mini-batches, in nats.</param>
/// <param name="parameters">The group's parameters now; valid during the call only.</param>
public delegate void GroupEpochCallback(GroupJob job, int epoch, double trainingLoss, ReadOnlySpan<float> parameters);
