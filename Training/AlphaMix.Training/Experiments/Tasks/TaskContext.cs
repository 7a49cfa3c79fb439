using AlphaMix.Core.Features;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments.Ablations;
using AlphaMix.Training.Experiments.Data;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Experiments.Tasks;

/// <summary>
/// What the tasks of an experiment share: prices, prepared data, and groups that more than one of them needs. Tasks run one after another.
/// </summary>
/// <param name="options">The experiment.</param>
/// <param name="series">Bars of the instruments.</param>
/// <param name="clock">Measures training.</param>
internal sealed class TaskContext(PaperExperimentOptions options, IReadOnlyList<BarSeries> series, TimeProvider clock)
{
    // What training, but not scoring, depends on.
    private static readonly Departure[] OfTraining =
        [Departure.FullSampleScale, Departure.UpOnZero, Departure.RawClose, Departure.StockOrder, Departure.OnesStart,
            Departure.AccuracyCheckpoint,
            Departure.SuccessiveCheckpoints];

    private static readonly Departure[] OfData = [Departure.FullSampleScale, Departure.UpOnZero, Departure.RawClose];

    private readonly Dictionary<(DepartureSet, GroupHyperparameters), AblationGroup[]> _chains = [];
    private readonly Dictionary<(DepartureSet, GroupHyperparameters, int), AblationGroup[]> _groups = [];
    private (DepartureSet Departures, ExperimentData Data)? _other;
    private ExperimentData? _own;

    public PaperExperimentOptions Options => options;

    public TrainingConfiguration Configuration => options.Configuration;

    public IReadOnlyList<BarSeries> Series => series;

    public TimeProvider Clock => clock;

    /// <summary>Returns the data of the experiment's own departures.</summary>
    public ExperimentData Data => _own ??= Prepare(options.Departures);

    /// <summary>Returns the data under departures; beside the experiment's own, the last asked for is kept.</summary>
    public ExperimentData DataOf(DepartureSet departures)
    {
        var wanted = departures.Among(OfData);
        if (wanted.Equals(options.Departures.Among(OfData)))
            return Data;
        if (_other is not { } other || !other.Departures.Equals(wanted))
            _other = other = (wanted, Prepare(wanted));
        return other.Data;
    }

    /// <summary>Returns the seed of the runs' number <paramref name="run"/>, from 0.</summary>
    public long Seed(int run) => Configuration.Seed + run;

    /// <summary>
    /// Returns the groups of one seed: fresh ones, or with <see cref="Departure.SuccessiveCheckpoints"/> as many checkpoints of one
    /// training, one later for each seed.
    /// </summary>
    public AblationGroup[] Groups(
        DepartureSet departures, GroupHyperparameters hyperparameters, int run, TaskProgress progress, CancellationToken cancellation)
    {
        var key = departures.Among(OfTraining);
        var trainer = new AblationPoolTrainer(Configuration, key, options.Threads);
        var data = DataOf(key);
        var work = GroupWork.OfEpoch(hyperparameters, data.Training.Panel.Spec.InputSize, data.Training.Samples.Count);
        void OnEpoch() => progress.Advanced(work);
        if (key.Has(Departure.SuccessiveCheckpoints))
        {
            if (!_chains.TryGetValue((key, hyperparameters), out var chain))
                _chains[(key, hyperparameters)] = chain = trainer.Checkpoints(
                    data, new GroupJob(1, 1, hyperparameters), options.Seeds + AblationCombination.Groups - 1, Configuration.Seed, OnEpoch,
                    cancellation);
            return chain[run..(run + AblationCombination.Groups)];
        }

        if (!_groups.TryGetValue((key, hyperparameters, run), out var groups))
            _groups[(key, hyperparameters, run)] = groups =
                trainer.Train(data, hyperparameters, AblationCombination.Groups, Seed(run), OnEpoch, cancellation);
        return groups;
    }

    private ExperimentData Prepare(DepartureSet departures) =>
        ExperimentData.Prepare(series, Configuration, departures, options.CostBps, options.Portfolios);
}
