using AlphaMix.Training.Groups;
using AlphaMix.Training.Runs;

namespace AlphaMix.Training.Experiments.Tasks;

/// <summary>Passes a task's progress on, never more in all than the task's work, so that the experiment's bar runs from 0 to 100.</summary>
/// <param name="next">Receives the progress of the experiment.</param>
/// <param name="work">The task's work.</param>
internal sealed class TaskProgress(ITrainingObserver next, double work) : ITrainingObserver
{
    private readonly Lock _lock = new();
    private double _left = work;

    /// <inheritdoc/>
    public void StageStarted(TrainingStage stage, double work)
    {
    }

    /// <inheritdoc/>
    public void Advanced(double work)
    {
        lock (_lock)
        {
            var part = Math.Min(work, _left);
            _left -= part;
            next.Advanced(part);
        }
    }

    /// <inheritdoc/>
    public void GroupFinished(TrainedGroup group, bool fromCheckpoint)
    {
    }

    /// <inheritdoc/>
    public void Note(string message)
    {
    }

    /// <summary>The task is done: whatever was left of its work is.</summary>
    public void Finish() => Advanced(double.PositiveInfinity);
}
