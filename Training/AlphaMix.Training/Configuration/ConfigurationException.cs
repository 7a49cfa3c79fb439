namespace AlphaMix.Training.Configuration;

/// <summary>Thrown when a configuration cannot be used. The message says which key, what was found and what was expected.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="ConfigurationException"/> class.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ConfigurationException"/> class.</summary>
    public ConfigurationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
