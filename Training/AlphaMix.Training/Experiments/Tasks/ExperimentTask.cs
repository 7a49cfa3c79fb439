using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Tasks;

/// <summary>One task of an experiment: a model of one seed, or a point of a sweep of one seed.</summary>
/// <param name="Key">Its name, and that of its file.</param>
/// <param name="Work">Its work, in multiply-adds, for an estimate of the time left.</param>
/// <param name="Run">Does it; reports work done to the progress it is given.</param>
internal sealed record ExperimentTask(string Key, double Work, Func<TaskProgress, CancellationToken, TaskResult> Run);
