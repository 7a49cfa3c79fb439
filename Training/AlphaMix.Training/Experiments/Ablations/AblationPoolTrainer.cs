using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments.Data;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Routers;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Experiments.Ablations;

/// <summary>Trains the few groups of a sweep or of a departure: one combination of hyperparameters, several starts, no search.</summary>
/// <param name="configuration">Epochs, loss, start of the fast vectors.</param>
/// <param name="departures">Those that concern training are followed.</param>
/// <param name="threads">Number of threads; the result is the same for any.</param>
internal sealed class AblationPoolTrainer(TrainingConfiguration configuration, DepartureSet departures, int threads)
{
    private readonly SimdGroupTrainer _trainer = new();

    /// <summary>Trains groups from different starts; the jobs are those of a pool of one combination.</summary>
    /// <param name="data">The data.</param>
    /// <param name="hyperparameters">The combination.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="onEpoch">Called after each epoch of each group, from several threads; null for nothing.</param>
    /// <param name="cancellation">Stops between mini-batches.</param>
    public AblationGroup[] Train(
        ExperimentData data, GroupHyperparameters hyperparameters, int groups, long seed, Action? onEpoch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        GroupJob[] jobs = [.. Enumerable.Range(1, groups).Select(i => new GroupJob(i, i, hyperparameters))];
        return new GroupScheduler(threads).Run(
            jobs, _ => 1, (job, token) => Checkpoints(data, job, 1, seed, onEpoch, token)[0], cancellation);
    }

    /// <summary>Trains one group for several times as many epochs and keeps one checkpoint each time: the authors' seeds.</summary>
    /// <param name="data">The data.</param>
    /// <param name="job">The group.</param>
    /// <param name="count">Number of checkpoints.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="onEpoch">Called after each epoch; null for nothing.</param>
    /// <param name="cancellation">Stops between mini-batches.</param>
    /// <returns>The checkpoints in order; the first ones do not depend on how many follow.</returns>
    public AblationGroup[] Checkpoints(
        ExperimentData data, GroupJob job, int count, long seed, Action? onEpoch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(job);
        var shape = job.Hyperparameters.ShapeFor(data.Training.Panel.Spec.InputSize);
        var validation = new ValidationSpan(data.Training, configuration);
        var epochs = configuration.Training.Epochs;
        var rule = departures.Has(Departure.AccuracyCheckpoint) ? EpochRule.ValAccuracy : configuration.Training.BestEpoch;
        var keepers = Enumerable.Range(0, count)
            .Select(_ => new EpochKeeper(rule, epochs, parameters => validation.Judge(shape, parameters)))
            .ToArray();
        _trainer.Train(data.Training.Samples, job, Options(seed, count * epochs), Look, cancellation);
        var member = new SoupMember(shape, job.Hyperparameters.BatchSize, job.Hyperparameters.LearningRate, job.Initialisation);
        return Array.ConvertAll(keepers, keeper => new AblationGroup(member, keeper.Parameters));

        void Look(int epoch, double loss, ReadOnlySpan<float> parameters)
        {
            keepers[(epoch - 1) / epochs].Look((epoch - 1) % epochs + 1, loss, parameters);
            onEpoch?.Invoke();
        }
    }

    private GroupTrainingOptions Options(long seed, int epochs) => new()
    {
        Epochs = epochs,
        Loss = configuration.Training.Loss,
        FastStart = departures.Has(Departure.OnesStart) ? FastVectorStart.Ones : configuration.Training.FastStart,
        Shuffle = !departures.Has(Departure.StockOrder),
        Seed = seed
    };
}
