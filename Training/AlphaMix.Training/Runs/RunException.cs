namespace AlphaMix.Training.Runs;

/// <summary>A run folder cannot be used; the message says where, what was found and what to do. Nothing was changed.</summary>
internal sealed class RunException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="RunException"/> class.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="RunException"/> class.</summary>
    public RunException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
