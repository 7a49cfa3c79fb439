namespace AlphaMix.Training.Groups;

/// <summary>The training options that all groups of a run share.</summary>
public sealed record GroupTrainingOptions
{
    /// <summary>Gets the number of passes over the training samples. Default 10, as in the paper.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Gets how the experts' losses are combined. Default <see cref="LossKind.Individual"/>.</summary>
    public LossKind Loss { get; init; } = LossKind.Individual;

    /// <summary>Gets where the fast vectors start. Default <see cref="FastVectorStart.RandomSigns"/>.</summary>
    public FastVectorStart FastStart { get; init; } = FastVectorStart.RandomSigns;

    /// <summary>
    /// Gets a value indicating whether samples are shuffled every epoch. Default true; false, for experiments alone, keeps them as they
    /// come.
    /// </summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether fast vectors and expert biases stay as they start. Default false. With one expert and
    /// <see cref="FastVectorStart.Ones"/> a group is then a plain multilayer perceptron.
    /// </summary>
    public bool FreezeFastVectors { get; init; }

    /// <summary>Gets the run's seed.</summary>
    public long Seed { get; init; } = 1;
}
