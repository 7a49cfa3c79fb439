using System.Collections.Concurrent;
using AlphaMix.Core.Extensions;
using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Torch.Tests.Groups;

/// <summary>What a set of groups became: per ordinal and epoch, loss and parameters.</summary>
internal sealed class Trained
{
    private readonly ConcurrentDictionary<(int Ordinal, int Epoch), (double Loss, float[] Parameters)> _heard = new();
    private readonly ConcurrentQueue<string> _notes = new();

    public IReadOnlyCollection<string> Notes => _notes;

    public int Count => _heard.Count;

    public (double Loss, float[] Parameters) this[int ordinal, int epoch] => _heard[(ordinal, epoch)];

    public static Trained By(
        IGroupSetTrainer trainer,
        TrainingSamples samples,
        IReadOnlyList<GroupJob> jobs,
        GroupTrainingOptions options,
        CancellationToken cancellation = default)
    {
        var trained = new Trained();
        trainer.Train(samples, jobs, options, trained.Hear, trained._notes.Enqueue, cancellation);
        return trained;
    }

    private void Hear(GroupJob job, int epoch, double trainingLoss, ReadOnlySpan<float> parameters)
    {
        if (!_heard.TryAdd((job.Ordinal, epoch), (trainingLoss, parameters.ToArray())))
            throw new InvalidOperationException($"Epoch {epoch} of group {job.Ordinal} was heard twice.");
    }
}
