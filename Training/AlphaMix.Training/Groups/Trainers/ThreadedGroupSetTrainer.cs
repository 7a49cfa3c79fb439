namespace AlphaMix.Training.Groups.Trainers;

/// <summary>Trains a set of groups on the CPU: one thread one group, the costliest first.</summary>
/// <param name="trainer">Trains one group.</param>
/// <param name="threads">Number of threads, at least 1; the result is the same for any.</param>
internal sealed class ThreadedGroupSetTrainer(IGroupTrainer trainer, int threads) : IGroupSetTrainer
{
    private readonly GroupScheduler _scheduler = new(threads);

    /// <inheritdoc/>
    public void Train(
        TrainingSamples samples,
        IReadOnlyList<GroupJob> jobs,
        GroupTrainingOptions options,
        GroupEpochCallback onEpoch,
        Action<string> note,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        _scheduler.Run(
            jobs,
            job => GroupWork.OfEpoch(job.Hyperparameters, samples.WindowSize, samples.Count),
            (job, token) => trainer.Train(
                samples, job, options, (epoch, loss, parameters) => onEpoch(job, epoch, loss, parameters), token),
            cancellation);
    }
}
