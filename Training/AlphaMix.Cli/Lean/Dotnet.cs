using System.Diagnostics;
using AlphaMix.Training.Runs;

namespace AlphaMix.Cli.Lean;

/// <summary>The .NET SDK's command line.</summary>
internal static class Dotnet
{
    /// <summary>Runs one command.</summary>
    /// <param name="project">Name of the project, for the error.</param>
    /// <param name="folder">Working folder, whose nuget.config and global.json hold.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <exception cref="RunException">It failed; the message has the first line with an error.</exception>
    public static void Run(string project, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new RunException(
                $"{project} does not {arguments[0]}: "
                    + $"{said.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? said}");
    }
}
