namespace AlphaMix.Cli.Bench;

/// <summary>One of our programs in tests/peers, found and ready to be started.</summary>
/// <param name="Python">A Python that has what the program imports.</param>
/// <param name="Script">The program.</param>
internal sealed record PythonProgram(string Python, string Script)
{
    /// <summary>Finds a program, and a Python to run it.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="script">The program's file name.</param>
    /// <param name="module">What Python must be able to import.</param>
    /// <param name="packages">Debian's packages with it, for the reason.</param>
    /// <param name="reason">Why there is none; empty when there is.</param>
    /// <returns>How to start it; null when something is missing.</returns>
    public static PythonProgram? Find(string root, string script, string module, string packages, out string reason)
    {
        var path = Path.Combine(root, "tests", "peers", script);
        var python = PythonPeer.FindPython(module);
        reason = python is null ? $"no Python with {module} was found (on Debian: apt-get install {packages})"
            : !File.Exists(path) ? $"{path} does not exist: run it from a checkout"
            : "";
        return reason.Length == 0 ? new PythonProgram(python!, path) : null;
    }

    /// <summary>Finds a program that needs PyTorch.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="script">The program's file name.</param>
    /// <param name="reason">Why there is none; empty when there is.</param>
    public static PythonProgram? FindTorch(string root, string script, out string reason) =>
        Find(root, script, "torch", "python3-torch libopenblas0-serial", out reason);

    /// <summary>Starts a program that trains or runs networks; see <see cref="PythonPeer.Start"/>.</summary>
    /// <param name="hidden">Units in a hidden layer.</param>
    /// <param name="batch">Samples in a mini-batch.</param>
    public PythonPeer Start(int hidden, int batch) =>
        Start($"--hidden={hidden}", $"--batch={batch}", $"--inputs={BenchSamples.WindowSize}");

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="IOException">It failed; the message has its last words.</exception>
    public void Run(params string[] arguments) => PythonPeer.Run(Python, Script, arguments);

    /// <summary>Starts it; see <see cref="PythonPeer.Start"/>.</summary>
    /// <param name="arguments">Its arguments.</param>
    public PythonPeer Start(params string[] arguments) => PythonPeer.Start(Python, Script, arguments);
}
