using System.Globalization;
using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Runs;

/// <summary>Writes a run's events to its log, a line each, and passes them on. Safe to call from several threads.</summary>
/// <param name="path">The log; appended to.</param>
/// <param name="clock">Stamps lines, in UTC.</param>
/// <param name="next">Receives everything too.</param>
internal sealed class RunLog(string path, TimeProvider clock, ITrainingObserver next) : ITrainingObserver
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public void StageStarted(TrainingStage stage, double work)
    {
        Write($"{stage} begins");
        next.StageStarted(stage, work);
    }

    /// <inheritdoc/>
    public void Advanced(double work) => next.Advanced(work);

    /// <inheritdoc/>
    public void GroupFinished(TrainedGroup group, bool fromCheckpoint)
    {
        ArgumentNullException.ThrowIfNull(group);
        var record = group.Record;
        Write(string.Create(CultureInfo.InvariantCulture,
            $"group {record.Ordinal} {(fromCheckpoint ? "read from its checkpoint" : "trained")}: h {record.Shape.HiddenSize}, M "
                + $"{record.Shape.Experts}, batch {record.BatchSize}, lr {record.LearningRate}, start {record.Initialisation}, epoch "
                + $"{record.Epoch}: loss {record.TrainingLoss:0.00000}, validation loss {record.ValidationLoss:0.00000}, accuracy "
                + $"{record.ValidationAccuracy:0.0000}, profit {record.ValidationProfit:0.0000}"));
        next.GroupFinished(group, fromCheckpoint);
    }

    /// <inheritdoc/>
    public void Note(string message)
    {
        Write(message);
        next.Note(message);
    }

    private void Write(string line)
    {
        lock (_lock)
            File.AppendAllText(path, $"{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} {line}\n");
    }
}
