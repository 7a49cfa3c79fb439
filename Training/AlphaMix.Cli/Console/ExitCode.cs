namespace AlphaMix.Cli.Console;

/// <summary>What the program returns.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The work failed: bad data, a damaged artifact, a run that diverged.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the configuration cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>Something needed is not there, such as a backend that was not built.</summary>
    public const int Missing = 3;

    /// <summary>Stopped by Ctrl+C; the run can be resumed.</summary>
    public const int Interrupted = 130;
}
