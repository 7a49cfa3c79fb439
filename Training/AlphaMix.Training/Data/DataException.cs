namespace AlphaMix.Training.Data;

/// <summary>
/// Thrown when price data cannot be used. The message says in one line what is wrong, where (file and line), what was found and what to do.
/// </summary>
public sealed class DataException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="DataException"/> class.</summary>
    public DataException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DataException"/> class.</summary>
    /// <param name="message">What is wrong, where, found, expected, and what to do.</param>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DataException"/> class.</summary>
    /// <param name="message">What is wrong, where, found, expected, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public DataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
