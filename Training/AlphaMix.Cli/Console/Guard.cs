using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Journals;
using AlphaMix.Training.Backends;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Runs;

namespace AlphaMix.Cli.Console;

/// <summary>Turns what a command throws into one line and an exit code.</summary>
public static class Guard
{
    /// <summary>Runs a long command on a thread of its own, so that Ctrl+C interrupts it.</summary>
    public static Task<int> RunAsync(Terminal terminal, Func<int> run) => Task.Run(() => Run(terminal, run));

    /// <summary>Runs a command.</summary>
    /// <param name="terminal">Where the line goes.</param>
    /// <param name="run">The command; returns an exit code.</param>
    public static int Run(Terminal terminal, Func<int> run)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped. Finished groups are kept; the same command with --resume goes on.");
            return ExitCode.Interrupted;
        }
        catch (UsageException fault)
        {
            return Say(terminal, fault, ExitCode.Usage);
        }
        catch (ConfigurationException fault)
        {
            return Say(terminal, fault, ExitCode.Usage);
        }
        catch (BackendException fault)
        {
            return Say(terminal, fault, ExitCode.Missing);
        }
        catch (Exception fault) when (fault is DataException or ArtifactException or RunException or TrainingDivergedException
            or JournalException or UnknownExtensionException or IOException or UnauthorizedAccessException)
        {
            return Say(terminal, fault, ExitCode.Failed);
        }
    }

    private static int Say(Terminal terminal, Exception fault, int code)
    {
        terminal.Error.WriteLine(fault.Message.ReplaceLineEndings(" "));
        return code;
    }
}
