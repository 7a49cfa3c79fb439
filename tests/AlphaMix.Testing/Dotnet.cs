using System.Diagnostics;

namespace AlphaMix.Testing;

/// <summary>Runs the .NET SDK and other programs in processes of their own.</summary>
public static class Dotnet
{
    /// <summary>Runs a command of the SDK that must succeed.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="arguments">The command and its arguments.</param>
    public static void Run(string folder, params string[] arguments)
    {
        var (code, output) = Start("dotnet", folder, null, arguments);
        Assert.That(code, Is.Zero, $"dotnet {string.Join(' ', arguments)}\n{output}");
    }

    /// <summary>Runs a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The exit code, and everything that was printed.</returns>
    public static (int Code, string Output) Start(
        string program, string folder, IReadOnlyDictionary<string, string?>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // The tests' own host must not lend its settings to another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
