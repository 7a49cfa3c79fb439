using AlphaMix.Training.Experiments.Ablations;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Experiments.Results;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Experiments.Tasks;

/// <summary>Small pools of one seed: the points of Figure 10, and the departures one by one and all together.</summary>
/// <param name="context">What tasks share.</param>
internal sealed class AblationTask(TaskContext context)
{
    /// <summary>The key of the departures' own base: the same small pool with none of them.</summary>
    public const string Honest = "honest";

    /// <summary>The key of all departures together.</summary>
    public const string Together = "as-published";

    /// <summary>The points of Figure 10.</summary>
    public static IReadOnlyList<int> Experts { get; } = [2, 4, 8, 16, 32];

    /// <summary>Returns the task of run <paramref name="run"/> at a number of experts.</summary>
    public ExperimentTask WithExperts(int experts, int run) => Create(
        $"experts-{experts}/seed-{context.Seed(run)}", context.Options.Departures,
        AblationCombination.ForSweep(context.Configuration.Search, experts), run);

    /// <summary>Returns the task of run <paramref name="run"/> with some departures.</summary>
    public ExperimentTask WithDepartures(string name, DepartureSet departures, int run) => Create(
        $"departure-{name}/seed-{context.Seed(run)}", departures, AblationCombination.ForDepartures(context.Configuration.Search), run);

    private ExperimentTask Create(string key, DepartureSet departures, GroupHyperparameters combination, int run)
    {
        var data = context.Data.Training;
        var work = AblationCombination.Groups * context.Configuration.Training.Epochs
            * GroupWork.OfEpoch(combination, data.Panel.Spec.InputSize, data.Samples.Count);
        return new ExperimentTask(key, work, (progress, cancellation) => Run(key, departures, combination, run, progress, cancellation));
    }

    private TaskResult Run(
        string key, DepartureSet departures, GroupHyperparameters combination, int run, TaskProgress progress,
        CancellationToken cancellation)
    {
        var data = context.DataOf(departures);
        var start = context.Clock.GetTimestamp();
        var groups = context.Groups(departures, combination, run, progress, cancellation);
        var seconds = context.Clock.GetElapsedTime(start).TotalSeconds;
        var judge = data.Judge();
        return new TaskResult
        {
            Key = key,
            Seed = context.Seed(run),
            Market = judge.Market with { EqualWeightDaily = [] },
            Portfolios =
            [
                .. new AblationPool(data, context.Configuration, departures, context.Seed(run)).Score(groups)
                    .Select(sheet => judge.Judge(sheet.Router.ToString(), sheet.Sheet) with { Daily = null, Parameters = sheet.Parameters })
            ],
            Setting = SizeText.Format(groups.Length, combination),
            TrainingSamples = data.Training.Samples.Count,
            GroupsTrained = groups.Length,
            TrainingSeconds = seconds
        };
    }
}
