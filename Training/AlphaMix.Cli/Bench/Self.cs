using System.Diagnostics;
using AlphaMix.Cli.Console;

namespace AlphaMix.Cli.Bench;

/// <summary>Runs this program in a process of its own.</summary>
internal static class Self
{
    /// <summary>Starts a command; its output is to be read, its errors go where ours go.</summary>
    public static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(Self).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="IOException">It failed.</exception>
    public static void Run(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != ExitCode.Ok)
            throw new IOException($"alphamix {string.Join(' ', arguments)} ended with code {process.ExitCode}.");
    }
}
