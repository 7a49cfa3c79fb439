using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Configuration;

/// <summary>How each group is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Gets the passes over the training samples. Default 10 (paper, section 5.4).</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Gets which epoch's parameters are kept. Default last.</summary>
    public EpochRule BestEpoch { get; init; } = EpochRule.Last;

    /// <summary>Gets how the experts' losses are combined. Default individual (Eq. 6).</summary>
    public LossKind Loss { get; init; } = LossKind.Individual;

    /// <summary>Gets where the fast vectors start. Default randomSigns.</summary>
    public FastVectorStart FastStart { get; init; } = FastVectorStart.RandomSigns;

    /// <summary>Returns what a group trainer needs.</summary>
    public GroupTrainingOptions ForGroups(long seed) =>
        new() { Epochs = Epochs, Loss = Loss, FastStart = FastStart, Seed = seed };

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (Epochs is < 1 or > 10_000)
            yield return $"training.epochs must be in [1, 10000], found {Epochs}";
    }
}
