using System.Diagnostics;
using System.Globalization;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// One of our PyTorch programs in tests/peers, on one thread: it trains the same network and says how long a number of steps took.
/// </summary>
internal sealed class TorchPeer : IDisposable
{
    private readonly Process _process;

    private TorchPeer(Process process, string greeting) => (_process, Greeting) = (process, greeting);

    /// <summary>Gets what the peer said of itself.</summary>
    public string Greeting { get; }

    /// <summary>Finds a Python that has PyTorch: the one named by ALPHAMIX_PYTHON, then those on the PATH.</summary>
    /// <returns>Its path, or null.</returns>
    public static string? FindPython()
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("ALPHAMIX_PYTHON"), "python3", "/usr/bin/python3", "python"];
        return candidates.FirstOrDefault(python => !string.IsNullOrEmpty(python) && HasTorch(python));
    }

    /// <summary>Finds one of our programs, and a Python to run it.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="script">The program's file name.</param>
    /// <param name="reason">Why there is none; empty when there is.</param>
    /// <returns>How to start it; null when something is missing.</returns>
    public static TorchProgram? Find(string root, string script, out string reason)
    {
        var path = Path.Combine(root, "tests", "peers", script);
        var python = FindPython();
        reason = python is null ? "no Python with PyTorch was found (on Debian: apt-get install python3-torch libopenblas0-serial)"
            : !File.Exists(path) ? $"{path} does not exist: run it from a checkout"
            : "";
        return reason.Length == 0 ? new TorchProgram(python!, path) : null;
    }

    /// <summary>Starts a peer and waits until it has warmed up.</summary>
    /// <param name="python">A Python that has PyTorch.</param>
    /// <param name="script">The program.</param>
    /// <param name="hidden">Units in a hidden layer.</param>
    /// <param name="batch">Samples in a mini-batch.</param>
    /// <exception cref="IOException">It ended at once; the message has its last words.</exception>
    public static TorchPeer Start(string python, string script, int hidden, int batch)
    {
        var start = Command(python, script, "--hidden", Text(hidden), "--batch", Text(batch), "--inputs", Text(BenchSamples.WindowSize));
        start.RedirectStandardInput = true;
        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        if (process.StandardOutput.ReadLine() is { } greeting)
            return new TorchPeer(process, greeting);
        process.WaitForExit();
        throw new IOException($"{script} ended with code {process.ExitCode}: {error.Result.Trim().Split('\n')[^1]}");
    }

    /// <summary>Takes training steps, and gives their processor time in seconds.</summary>
    /// <exception cref="IOException">The peer ended.</exception>
    public double Seconds(int steps)
    {
        _process.StandardInput.WriteLine($"go {Text(steps)}");
        _process.StandardInput.Flush();
        return double.Parse(
            _process.StandardOutput.ReadLine() ?? throw new IOException("The PyTorch program ended."), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();
        _process.Dispose();
    }

    private static bool HasTorch(string python)
    {
        try
        {
            using var process = Process.Start(Command(python, "-c", "import torch"))!;
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

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
