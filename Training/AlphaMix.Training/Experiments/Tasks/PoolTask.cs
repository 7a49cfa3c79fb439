using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Training.Experiments.Ablations;
using AlphaMix.Training.Experiments.Data;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Experiments.Results;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Experiments.Tasks;

/// <summary>AlphaMix of one seed: the whole pool and its routers, what is inside it, and the sweep over the number of names held.</summary>
/// <param name="context">What tasks share.</param>
internal sealed class PoolTask(TaskContext context)
{
    private static readonly int[] Held = [1, 2, 3, 4, 6, 8, 10, 15, 20];

    /// <summary>Returns the task of run <paramref name="run"/>, from 0.</summary>
    public ExperimentTask Create(int run)
    {
        var key = $"alphamix/seed-{context.Seed(run)}";
        return new ExperimentTask(key, Work(), (progress, cancellation) => context.Options.Departures.Any
            ? Switched(key, run, progress, cancellation)
            : Honest(key, run, progress, cancellation));
    }

    private TaskResult Honest(string key, int run, TaskProgress progress, CancellationToken cancellation)
    {
        var configuration = context.Configuration with { Seed = context.Seed(run) };
        var start = context.Clock.GetTimestamp();
        var trained = new PoolTrainer(configuration, new SimdGroupTrainer(), context.Options.Threads, null, progress, context.Clock)
            .Train(context.Series, cancellation);
        var seconds = context.Clock.GetElapsedTime(start).TotalSeconds;
        var pool = trained.Pool;
        var (testFrom, testTo) = (configuration.Split.TestFrom, configuration.Split.TestTo);
        var scorer = new TimelineScorer([new DatedPool(testFrom, testTo, pool)], context.Series, context.Options.Threads).Scorers[0];
        AblationSheet[] sheets =
            [.. pool.Routers.Select(name => new AblationSheet(name, scorer.Probabilities(name), ParametersOf(pool, name)))];
        return new TaskResult
        {
            Key = key,
            Seed = context.Seed(run),
            Market = context.Data.Judge().Market,
            Portfolios = Judge(sheets, pool.Manifest.ValidationUses.Values.Sum()),
            Diversity = Diversity(pool, scorer),
            Sweep = Sweep(sheets),
            Setting = $"{trained.Searched.Count} groups searched, {pool.Groups.Count} in the pool ({configuration.Pool.TopK} combinations, "
                + $"{configuration.Pool.Initialisations} starts each)",
            TrainingSamples = trained.TrainingSamples,
            GroupsTrained = trained.Searched.Count + pool.Groups.Count,
            TrainingSeconds = seconds,
            Notes = trained.Notes
        };
    }

    private TaskResult Switched(string key, int run, TaskProgress progress, CancellationToken cancellation)
    {
        var departures = context.Options.Departures;
        var combination = AblationCombination.ForDepartures(context.Configuration.Search);
        var start = context.Clock.GetTimestamp();
        var groups = context.Groups(departures, combination, run, progress, cancellation);
        var sheets = new AblationPool(context.Data, context.Configuration, departures, context.Seed(run)).Score(groups);
        var seconds = context.Clock.GetElapsedTime(start).TotalSeconds;
        var reader = new GroupReader(context.Data.Training.Panel.Rows, departures.Has(Departure.ScrambledAverage));
        return new TaskResult
        {
            Key = key,
            Seed = context.Seed(run),
            Market = context.Data.Judge().Market,
            Portfolios = Judge(sheets, trials: null),
            Diversity =
            [
                DiversityMeter.Mean("experts of a group", [.. groups.Select(group => DiversityMeter.MeasureLogits(
                    "", reader.Experts(new ExpertGroup(group.Shape, group.Parameters), context.Data.Test)))]),
                DiversityMeter.MeasureLogits("groups of the pool", [.. groups.Select(group => reader.Read(group, context.Data.Test))])
            ],
            Sweep = Sweep(sheets),
            Setting = SizeText.Format(groups.Length, combination),
            TrainingSamples = context.Data.Training.Samples.Count,
            GroupsTrained = groups.Length,
            TrainingSeconds = seconds
        };
    }

    private PortfolioRecord[] Judge(IReadOnlyList<AblationSheet> sheets, int? trials)
    {
        var judge = context.Data.Judge();
        var evaluation = Evaluator.Evaluate(
            judge.Simulator,
            [.. sheets.Select(sheet => new Strategy(sheet.Router, sheet.Sheet, judge.Rule))],
            [judge.Costs],
            new EvaluatorOptions
            {
                Seed = PortfolioJudge.NullSeed,
                Portfolios = context.Options.Portfolios,
                Replications = context.Options.Replications,
                Trials = trials,
                History = context.Data.History
            });
        return
        [
            .. sheets.Select(sheet =>
            {
                var router = evaluation.Result.Strategies.Single(each => each.Name == sheet.Router);
                var difference = router.Statistics.Difference;
                return judge.Judge(router.Name, sheet.Sheet) with
                {
                    Parameters = sheet.Parameters,
                    Verdict = new VerdictRecord(
                        Verdict.From(router, evaluation.Result).HasEdge, difference.Value, difference.Lower, difference.Upper,
                        router.Statistics.DifferenceP)
                    {
                        Trials = evaluation.Result.Trials,
                        Deflated = router.Statistics.Deflated
                    },
                    Confidence = ConfidenceRecord.Compute(judge.Simulator.Grid, sheet.Sheet, judge.Simulator.Span)
                };
            })
        ];
    }

    private DiversityRecord[] Diversity(Pool pool, PoolScorer scorer)
    {
        var decisions = scorer.Decisions();
        var few = pool.Manifest.AsNeeded?.Groups ?? [.. Enumerable.Range(0, Math.Min(AblationCombination.Groups, pool.Members.Count))];
        var networks = few.Where(g => g < pool.Groups.Count).Select(g => pool.Groups[g]).ToArray();
        var reader = new GroupReader(context.Data.Training.Panel.Rows, scrambled: false);
        var records = new List<DiversityRecord>();
        if (networks.Length > 0)
            records.Add(DiversityMeter.Mean(
                "experts of a group",
                [.. networks.Select(group => DiversityMeter.MeasureLogits("", reader.Experts(group, context.Data.Test)))]));
        records.Add(DiversityMeter.Measure("groups that R asks", [.. few.Select(g => decisions[g])]));
        if (pool.Members.Count > few.Count)
            records.Add(DiversityMeter.Measure("groups of the pool", decisions));
        return [.. records];
    }

    private SweepRecord[] Sweep(IReadOnlyList<AblationSheet> sheets)
    {
        var shown = sheets.Where(sheet => sheet.Router is RouterNames.Average or RouterNames.AsNeeded).ToArray();
        return
        [
            .. Held.Where(k => k < context.Data.Test.Grid.InstrumentCount).Select(k =>
            {
                var judge = context.Data.Judge(k);
                return new SweepRecord(
                    k,
                    judge.Market with { EqualWeightDaily = [] },
                    [.. shown.Select(sheet => judge.Judge(sheet.Router, sheet.Sheet) with { Daily = null })]);
            })
        ];
    }

    private static long ParametersOf(Pool pool, string router) => router switch
    {
        RouterNames.AsNeeded =>
            pool.Manifest.AsNeeded!.Groups.Sum(g => pool.Members[g].ParameterCount) + AblationPool.ParametersOf(pool.AsNeeded!),
        RouterNames.Selection => pool.Manifest.Selection!.Groups.Sum(g => pool.Members[g].ParameterCount),
        RouterNames.Soup => pool.Soup!.Layout.ParameterCount,
        RouterNames.Average => AllGroups(pool),
        _ when pool.Forecasters.FirstOrDefault(forecaster => forecaster.State.Name == router) is { } forecaster => Values(forecaster.State),
        _ => AllGroups(pool) + Values(pool.AddedRouters.Single(added => added.State.Name == router).State)
    };

    private static long AllGroups(Pool pool) => pool.Members.Sum(group => group.ParameterCount);

    private static long Values(FittedState state) => state.Tensors.Sum(tensor => (long)tensor.Values.Length);

    private double Work()
    {
        var (data, configuration) = (context.Data.Training, context.Configuration);
        double TrainingWork(GroupHyperparameters each) =>
            configuration.Training.Epochs * GroupWork.OfEpoch(each, data.Panel.Spec.InputSize, data.Samples.Count);
        if (context.Options.Departures.Any)
            return AblationCombination.Groups * TrainingWork(AblationCombination.ForDepartures(configuration.Search));
        var candidates = configuration.Search.Candidates(configuration.Seed);
        var searched = candidates.Sum(TrainingWork);
        return searched + Math.Min(
            configuration.Pool.TopK, candidates.Length) * configuration.Pool.Initialisations * searched / candidates.Length;
    }
}
