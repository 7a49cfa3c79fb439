using AlphaMix.Core.Features;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Experiments.Results;
using AlphaMix.Training.Experiments.Tasks;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Runs;

namespace AlphaMix.Training.Experiments;

/// <summary>
/// The paper's experiments on any market: runs the tasks without a result in the folder, one after another, and returns all results. Bars,
/// configuration, switches and seeds determine every figure but the seconds, for any number of threads and interruptions.
/// </summary>
internal sealed class PaperExperiment
{
    private static readonly string[] Ensembles = ["DNNE", "DeepEns", "HyperEns"];

    private readonly PaperExperimentOptions _options;
    private readonly TaskContext _context;
    private readonly IBaseline[] _baselines;
    private readonly IReadOnlyList<IBaseline> _available;
    private readonly string _absent;

    /// <summary>Initializes a new instance of the <see cref="PaperExperiment"/> class.</summary>
    /// <param name="options">The experiment.</param>
    /// <param name="series">Bars of the instruments, the test span included.</param>
    /// <param name="available">The baselines there are.</param>
    /// <param name="absent">Why other baselines are not there.</param>
    /// <param name="clock">Measures training.</param>
    /// <exception cref="Configuration.ConfigurationException">The configuration is not valid, or a span has no sample.</exception>
    public PaperExperiment(
        PaperExperimentOptions options, IReadOnlyList<BarSeries> series, IReadOnlyList<IBaseline> available, string absent,
        TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(available);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Seeds, 1, nameof(options));
        options.Configuration.Validate();
        _options = options;
        (_available, _absent) = (available, absent);
        _context = new TaskContext(options, series, clock);
        _baselines = [.. available.Where(Wanted).OrderBy(baseline => (uint)PaperTables.Baselines.ToList().IndexOf(baseline.Name))];
        _ = _context.Data;
    }

    /// <summary>Runs the experiment.</summary>
    /// <param name="folder">Where results are kept.</param>
    /// <param name="observer">Receives the progress.</param>
    /// <param name="cancellation">Stops between mini-batches; tasks finished by then are kept.</param>
    public ExperimentResult Run(ExperimentFolder folder, ITrainingObserver observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(observer);
        var tasks = Plan().ToArray();
        var known = Array.ConvertAll(tasks, task => folder.Find(task.Key));
        var found = known.Count(each => each is not null);
        if (found > 0)
            observer.Note($"{found} of {tasks.Length} tasks were done before.");
        observer.StageStarted(TrainingStage.Experiment, tasks.Where((_, i) => known[i] is null).Sum(task => task.Work));
        for (var i = 0; i < tasks.Length; i++)
        {
            if (known[i] is not null)
                continue;
            var progress = new TaskProgress(observer, tasks[i].Work);
            folder.Keep(tasks[i].Run(progress, cancellation));
            progress.Finish();
        }

        var data = _context.Data;
        return new ExperimentResult(
            _options,
            PaperConfiguration.MarketOf([.. data.Training.Panel.Series.Select(each => each.Instrument)], _options.Configuration.Split),
            [.. data.Test.Grid.Days.Skip(data.Test.Span.First).Take(data.Test.Span.Count)],
            data.Judge().RandomBand,
            Missing(),
            // Read back what was kept, so that the first run and one that was resumed see the same.
            [.. tasks.Select(task => folder.Find(task.Key)!)]);
    }

    private IEnumerable<ExperimentTask> Plan()
    {
        var runs = Enumerable.Range(0, _options.Seeds).ToArray();
        var pool = new PoolTask(_context);
        if (NeedsPool)
        {
            foreach (var run in runs)
                yield return pool.Create(run);
        }

        var baselines = new BaselineTask(_context);
        foreach (var baseline in _baselines.Where(Needed))
        {
            foreach (var run in baseline.UsesSeed ? runs : runs[..1])
                yield return baselines.Create(baseline, run);
        }

        var small = new AblationTask(_context);
        if (_options.Wants(ExperimentPart.Figure10))
        {
            foreach (var experts in AblationTask.Experts)
            {
                foreach (var run in runs)
                    yield return small.WithExperts(experts, run);
            }
        }

        if (_options.Wants(ExperimentPart.Departures))
        {
            foreach (var (name, departures) in Conditions())
            {
                foreach (var run in runs)
                    yield return small.WithDepartures(name, departures, run);
            }
        }
    }

    private static IEnumerable<(string Name, DepartureSet Departures)> Conditions() =>
        DepartureCatalogue.Switches.Select(each => (each.Name, new DepartureSet(each.Switch!.Value)))
            .Prepend((AblationTask.Honest, DepartureSet.None))
            .Append((AblationTask.Together, DepartureSet.All));

    private bool NeedsPool => _options.Wants(
        ExperimentPart.Table3, ExperimentPart.Table4, ExperimentPart.Table5, ExperimentPart.Figure2, ExperimentPart.Figure6,
        ExperimentPart.Figure7, ExperimentPart.Figure8, ExperimentPart.Figure9);

    private bool Needed(IBaseline baseline) =>
        _options.Wants(
            ExperimentPart.Table3, ExperimentPart.Figure2, ExperimentPart.Figure6, ExperimentPart.Figure7, ExperimentPart.Figure8)
        || (Ensembles.Contains(baseline.Name) && _options.Wants(ExperimentPart.Table4, ExperimentPart.Table5));

    private bool Wanted(IBaseline baseline) =>
        _options.Baselines is null || _options.Baselines.Contains(baseline.Name, StringComparer.OrdinalIgnoreCase);

    private MissingBaseline[] Missing() =>
    [
        .. PaperTables.Baselines
            .Where(name => !_baselines.Any(baseline => baseline.Name == name))
            .Select(name => new MissingBaseline(name, Reason(name)))
    ];

    private string Reason(string name) =>
        _available.Any(baseline => baseline.Name == name) ? "not asked for (--baseline)" : _absent;
}
