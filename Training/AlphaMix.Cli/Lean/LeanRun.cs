namespace AlphaMix.Cli.Lean;

/// <summary>One backtest in the real engine.</summary>
internal sealed record LeanRun
{
    /// <summary>Gets the algorithm's class name.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Gets the Python file that has the class; null for one in C#.</summary>
    public string? PythonFile { get; init; }

    /// <summary>Gets the algorithm's parameters.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Gets the LEAN data folder.</summary>
    public required string Data { get; init; }

    /// <summary>Gets the folder of the ObjectStore.</summary>
    public required string Storage { get; init; }

    /// <summary>Gets the folder that receives configuration, results and logs.</summary>
    public required string Folder { get; init; }
}
