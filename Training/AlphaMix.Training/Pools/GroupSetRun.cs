using System.Collections.Concurrent;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Runs;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Pools;

/// <summary>Brings a set of groups to their best epochs: from the store where they are in it, by training where not.</summary>
internal sealed class GroupSetRun(
    TrainingConfiguration configuration, TrainingData data, ValidationSpan validation, IGroupStore store, ITrainingObserver observer)
{
    private readonly int _epochs = configuration.Training.Epochs;
    private readonly ConcurrentDictionary<int, EpochKeeper> _keepers = new();
    private readonly ConcurrentDictionary<int, TrainedGroup> _finished = new();

    /// <summary>Returns the trained groups in the order of their jobs.</summary>
    public TrainedGroup[] Train(IGroupSetTrainer trainer, IReadOnlyList<GroupJob> jobs, CancellationToken cancellation)
    {
        var missing = jobs.Where(job => !Recall(job)).ToArray();
        trainer.Train(
            data.Samples, missing, configuration.Training.ForGroups(configuration.Seed), EpochEnded, observer.Note, cancellation);
        return [.. jobs.Select(job => _finished[job.Ordinal])];
    }

    private bool Recall(GroupJob job)
    {
        if (store.Find(job.Ordinal) is not { } known)
            return false;
        _finished[job.Ordinal] = known;
        observer.Advanced(_epochs * EpochWork(job));
        observer.GroupFinished(known, fromCheckpoint: true);
        return true;
    }

    private void EpochEnded(GroupJob job, int epoch, double trainingLoss, ReadOnlySpan<float> parameters)
    {
        var shape = job.Hyperparameters.ShapeFor(data.Panel.Spec.InputSize);
        var keeper = _keepers.GetOrAdd(job.Ordinal, _ => new EpochKeeper(
            configuration.Training.BestEpoch, _epochs, candidate => validation.Judge(shape, candidate)));
        keeper.Look(epoch, trainingLoss, parameters);
        observer.Advanced(EpochWork(job));
        if (epoch == _epochs)
            Finish(job, shape, keeper);
    }

    private void Finish(GroupJob job, GroupShape shape, EpochKeeper keeper)
    {
        var group = new TrainedGroup(Record(job, shape, keeper, validation.Judge(shape, keeper.Parameters)), keeper.Parameters);
        store.Keep(group);
        _finished[job.Ordinal] = group;
        observer.GroupFinished(group, fromCheckpoint: false);
    }

    private double EpochWork(GroupJob job) => GroupWork.OfEpoch(job.Hyperparameters, data.Panel.Spec.InputSize, data.Samples.Count);

    private static GroupRecord Record(GroupJob job, GroupShape shape, EpochKeeper kept, ValidationFigures figures) => new(
        job.Ordinal,
        job.Initialisation,
        shape,
        job.Hyperparameters.BatchSize,
        job.Hyperparameters.LearningRate,
        kept.Epoch,
        kept.TrainingLoss,
        figures.Loss,
        figures.Accuracy,
        figures.Profit);
}
