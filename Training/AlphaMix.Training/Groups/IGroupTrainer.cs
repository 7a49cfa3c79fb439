namespace AlphaMix.Training.Groups;

/// <summary>Trains one group. Implementations are stateless and safe to call from several threads.</summary>
public interface IGroupTrainer
{
    /// <summary>Trains a group from its initialisation.</summary>
    /// <param name="samples">The training samples.</param>
    /// <param name="job">The group.</param>
    /// <param name="options">Epochs, loss, seed.</param>
    /// <param name="onEpoch">
    /// Called after each epoch with the epoch (from 1), the mean training loss of the epoch and the current parameters
    /// (<see cref="AlphaMix.Core.Experts.GroupLayout"/>; valid during the call only).
    /// </param>
    /// <param name="cancellation">Checked between mini-batches.</param>
    /// <returns>The parameters after the last epoch.</returns>
    /// <exception cref="TrainingDivergedException">A loss is not finite; the message says group, epoch, step and expert.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    float[] Train(
        TrainingSamples samples,
        GroupJob job,
        GroupTrainingOptions options,
        EpochCallback? onEpoch = null,
        CancellationToken cancellation = default);
}
