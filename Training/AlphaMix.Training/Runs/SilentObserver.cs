using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Runs;

/// <summary>Ignores all progress.</summary>
internal sealed class SilentObserver : ITrainingObserver
{
    /// <inheritdoc/>
    public void StageStarted(TrainingStage stage, double work)
    {
    }

    /// <inheritdoc/>
    public void Advanced(double work)
    {
    }

    /// <inheritdoc/>
    public void GroupFinished(TrainedGroup group, bool fromCheckpoint)
    {
    }

    /// <inheritdoc/>
    public void Note(string message)
    {
    }
}
