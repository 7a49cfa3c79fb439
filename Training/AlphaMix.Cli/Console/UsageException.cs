namespace AlphaMix.Cli.Console;

/// <summary>The command line cannot be used; the message says why.</summary>
public sealed class UsageException(string message) : Exception(message);
