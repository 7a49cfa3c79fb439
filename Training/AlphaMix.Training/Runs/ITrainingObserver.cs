using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Runs;

/// <summary>Receives the progress of a run. Called from several threads at once.</summary>
public interface ITrainingObserver
{
    /// <summary>A stage begins.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="work">Its work in arbitrary units (for groups: counted multiply-adds), for a fair estimate of the time left.</param>
    void StageStarted(TrainingStage stage, double work);

    /// <summary>A part of the current stage's work is done.</summary>
    /// <param name="work">The part, in the units of <see cref="StageStarted"/>.</param>
    void Advanced(double work);

    /// <summary>A group is trained (or was read from a checkpoint).</summary>
    void GroupFinished(TrainedGroup group, bool fromCheckpoint);

    /// <summary>A remark for the log.</summary>
    /// <param name="message">One line.</param>
    void Note(string message);
}
