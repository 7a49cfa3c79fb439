using System.Diagnostics;
using System.Globalization;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// One of our programs in tests/peers, on one thread: it does the same work and says how long a number of steps took.
/// </summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process _process;

    private PythonPeer(Process process, string greeting) => (_process, Greeting) = (process, greeting);

    /// <summary>Gets what the peer said of itself.</summary>
    public string Greeting { get; }

    /// <summary>Finds a Python that has a module: the one named by ALPHAMIX_PYTHON, then those on the PATH.</summary>
    /// <param name="module">The module's name, such as <c>torch</c>.</param>
    /// <returns>Its path, or null.</returns>
    public static string? FindPython(string module)
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("ALPHAMIX_PYTHON"), "python3", "/usr/bin/python3", "python"];
        return candidates.FirstOrDefault(python => !string.IsNullOrEmpty(python) && Has(python, module));
    }

    /// <summary>Starts a peer and waits until it has warmed up.</summary>
    /// <param name="python">A Python that has what the program imports.</param>
    /// <param name="script">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="IOException">It ended at once; the message has its last words.</exception>
    public static PythonPeer Start(string python, string script, params string[] arguments)
    {
        var start = Command(python, [script, .. arguments]);
        start.RedirectStandardInput = true;
        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        if (process.StandardOutput.ReadLine() is { } greeting)
            return new PythonPeer(process, greeting);
        throw Failure(process, script, error);
    }

    /// <summary>Runs a program to its end; see <see cref="PythonProgram.Run"/>.</summary>
    public static void Run(string python, string script, params string[] arguments)
    {
        using var process = Process.Start(Command(python, [script, .. arguments]))!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw Failure(process, script, error);
    }

    /// <summary>Takes steps, and gives their processor time in seconds.</summary>
    /// <exception cref="IOException">The peer ended.</exception>
    public double Seconds(int steps)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"go {steps}"));
        _process.StandardInput.Flush();
        return double.Parse(
            _process.StandardOutput.ReadLine() ?? throw new IOException("The Python program ended."), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();
        _process.Dispose();
    }

    private static IOException Failure(Process process, string script, Task<string> error)
    {
        process.WaitForExit();
        return new IOException($"{script} ended with code {process.ExitCode}: {error.Result.Trim().Split('\n')[^1]}");
    }

    private static bool Has(string python, string module)
    {
        try
        {
            using var process = Process.Start(Command(python, "-c", $"import {module}"))!;
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && output.Result.Length == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }

    private static ProcessStartInfo Command(string python, params string[] arguments)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["OMP_NUM_THREADS"] = start.Environment["MKL_NUM_THREADS"] = "1";
        return start;
    }
}
