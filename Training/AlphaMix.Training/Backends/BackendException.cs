namespace AlphaMix.Training.Backends;

/// <summary>Thrown when a backend, its native library, its device or the device's driver is missing. The message says what to do.</summary>
public sealed class BackendException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="BackendException"/> class.</summary>
    public BackendException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="BackendException"/> class.</summary>
    public BackendException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
