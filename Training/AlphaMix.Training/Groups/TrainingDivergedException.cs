namespace AlphaMix.Training.Groups;

/// <summary>Thrown when a training loss is not finite. The message says group, epoch, step and expert.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="TrainingDivergedException"/> class.</summary>
    public TrainingDivergedException(string message)
        : base(message)
    {
    }
}
