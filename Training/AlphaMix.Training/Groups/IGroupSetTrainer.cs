namespace AlphaMix.Training.Groups;

/// <summary>Trains a set of groups on the same samples: one after the other, on several threads, or as one batched program.</summary>
public interface IGroupSetTrainer
{
    /// <summary>
    /// Trains each group from its initialisation. What a group becomes depends on its job, never on the others in the set.
    /// </summary>
    /// <param name="samples">The training samples.</param>
    /// <param name="jobs">The groups; their ordinals differ. None is allowed.</param>
    /// <param name="options">Epochs, loss, seed.</param>
    /// <param name="onEpoch">Called after each epoch of each group; after the last one, that group is finished.</param>
    /// <param name="note">Receives what a reader of the log should know; from several threads at once.</param>
    /// <param name="cancellation">Checked between mini-batches.</param>
    /// <exception cref="ArgumentException">A job or the samples cannot be trained with.</exception>
    /// <exception cref="TrainingDivergedException">A loss is not finite; the message says group, epoch, step and expert.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    void Train(
        TrainingSamples samples,
        IReadOnlyList<GroupJob> jobs,
        GroupTrainingOptions options,
        GroupEpochCallback onEpoch,
        Action<string> note,
        CancellationToken cancellation = default);
}
