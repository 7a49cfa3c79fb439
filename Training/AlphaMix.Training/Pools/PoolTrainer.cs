using AlphaMix.Core.Features;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Routers;
using AlphaMix.Training.Runs;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Pools;

/// <summary>
/// Trains a pool (paper, sections 3.2 to 4.3): search, fresh initialisations of the best (Algorithm 1), routers. Data, configuration and
/// seed determine the pool to the bit, whatever the number of threads.
/// </summary>
public sealed class PoolTrainer
{
    // The search starts every group from initialisation 0, so that combinations are compared from the same start; the pool's are fresh.
    private const int SearchInitialisation = 0;

    private readonly TrainingConfiguration _configuration;
    private readonly IGroupSetTrainer _trainer;
    private readonly IGroupStore _store;
    private readonly ITrainingObserver _observer;
    private readonly TimeProvider _clock;
    private readonly int _threads;

    /// <summary>Initializes a new instance of the <see cref="PoolTrainer"/> class that trains on the CPU.</summary>
    /// <param name="configuration">A valid configuration.</param>
    /// <param name="trainer">Trains one group.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <param name="store">Where trained groups are kept; null keeps none.</param>
    /// <param name="observer">Receives the progress; null for none.</param>
    /// <param name="clock">Measures stages; null for the system's.</param>
    /// <exception cref="ConfigurationException">The configuration is not valid.</exception>
    public PoolTrainer(
        TrainingConfiguration configuration,
        IGroupTrainer trainer,
        int threads,
        IGroupStore? store = null,
        ITrainingObserver? observer = null,
        TimeProvider? clock = null)
        : this(configuration, new ThreadedGroupSetTrainer(trainer, AtLeastOne(threads)), store, observer, clock, threads)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="PoolTrainer"/> class.</summary>
    /// <param name="configuration">A valid configuration.</param>
    /// <param name="trainer">Trains sets of groups.</param>
    /// <param name="store">Where trained groups are kept; null keeps none.</param>
    /// <param name="observer">Receives the progress; null for none.</param>
    /// <param name="clock">Measures stages; null for the system's.</param>
    /// <param name="threads">Number of threads that boost trees, at least 1.</param>
    /// <exception cref="ConfigurationException">The configuration is not valid.</exception>
    public PoolTrainer(
        TrainingConfiguration configuration,
        IGroupSetTrainer trainer,
        IGroupStore? store = null,
        ITrainingObserver? observer = null,
        TimeProvider? clock = null,
        int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(trainer);
        configuration.Validate();
        ExtensionFaults.Refuse(configuration);
        _configuration = configuration;
        _trainer = trainer;
        _store = store ?? new NoGroupStore();
        _observer = observer ?? new SilentObserver();
        _clock = clock ?? TimeProvider.System;
        _threads = AtLeastOne(threads);
    }

    /// <summary>Trains a pool.</summary>
    /// <param name="series">Bars of the instruments; only those before the test span matter.</param>
    /// <param name="cancellation">Stops between mini-batches; groups finished by then are in the store.</param>
    /// <exception cref="ConfigurationException">A span has no sample.</exception>
    /// <exception cref="TrainingDivergedException">A loss is not finite.</exception>
    public TrainedPool Train(IReadOnlyList<BarSeries> series, CancellationToken cancellation = default)
    {
        var timing = new StageTiming(_clock);
        _observer.StageStarted(TrainingStage.Data, 0);
        var data = timing.Measure(TrainingStage.Data, () => TrainingData.Prepare(series, _configuration));
        if (data.Unscaled.Count > 0)
            _observer.Note($"left out, no bar in the training span to scale by: {string.Join(", ", data.Unscaled)}");
        var validation = new ValidationSpan(data, _configuration);

        var candidates = _configuration.Search.Candidates(_configuration.Seed);
        var searched = timing.Measure(TrainingStage.Search, () => TrainGroups(
            TrainingStage.Search,
            [.. candidates.Select((candidate, i) => new GroupJob(i, SearchInitialisation, candidate))], data, validation, cancellation));
        var (groups, trees) = timing.Measure(TrainingStage.Pool, () => (
            TrainGroups(TrainingStage.Pool, Stratify(searched, candidates), data, validation, cancellation),
            new TreeGroupStage(_configuration, _threads, _observer).Train(data, validation, cancellation)));
        _observer.StageStarted(TrainingStage.Routers, 1);
        var (routers, forecasters) = timing.Measure(TrainingStage.Routers, () => (
            new RouterStage(_configuration, validation).Fit(groups, trees), new ForecasterStage(_configuration).Train(data, cancellation)));
        _observer.Advanced(1);

        var pool = new PoolAssembler(_configuration).Assemble(data, groups, trees, routers, forecasters, searched.Length);
        return new TrainedPool(
            pool,
            Array.ConvertAll(searched, group => group.Record),
            routers.Notes,
            data.Training.Length,
            data.Validation.Length,
            timing.Seconds);
    }

    /// <summary>
    /// Returns the pool's jobs: each of the best K combinations from each of the fresh initialisations (Algorithm 1, lines 2 to 9).
    /// </summary>
    private GroupJob[] Stratify(TrainedGroup[] searched, GroupHyperparameters[] candidates)
    {
        var best = searched
            .OrderByDescending(Score)
            .ThenBy(group => group.Record.Ordinal)
            .Take(_configuration.Pool.TopK)
            .Select(group => candidates[group.Record.Ordinal]);
        var starts = _configuration.Pool.Initialisations;
        var combinations = best.SelectMany(combination => Enumerable.Repeat(combination, starts));
        return
        [
            .. combinations.Select((combination, i) => new GroupJob(
                candidates.Length + i, SearchInitialisation + 1 + (_configuration.Pool.SharedStarts ? i % starts : i), combination))
        ];
    }

    private double Score(TrainedGroup group) => _configuration.Pool.Criterion switch
    {
        SelectionCriterion.Loss => -group.Record.ValidationLoss,
        SelectionCriterion.Accuracy => group.Record.ValidationAccuracy,
        _ => group.Record.ValidationProfit
    };

    private TrainedGroup[] TrainGroups(
        TrainingStage stage, GroupJob[] jobs, TrainingData data, ValidationSpan validation, CancellationToken cancellation)
    {
        double Work(GroupJob job) =>
            _configuration.Training.Epochs * GroupWork.OfEpoch(job.Hyperparameters, data.Panel.Spec.InputSize, data.Samples.Count);

        _observer.StageStarted(stage, jobs.Sum(Work));
        return new GroupSetRun(_configuration, data, validation, _store, _observer).Train(_trainer, jobs, cancellation);
    }

    private static int AtLeastOne(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return threads;
    }
}
