namespace AlphaMix.Training.Groups;

/// <summary>Training was stopped because a loss was not finite.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="TrainingDivergedException"/> class.</summary>
    public TrainingDivergedException(string message)
        : base(message)
    {
    }
}
