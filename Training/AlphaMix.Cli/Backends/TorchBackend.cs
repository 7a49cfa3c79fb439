using AlphaMix.Training.Backends;

namespace AlphaMix.Cli.Backends;

/// <summary>
/// The TorchSharp backend: built by a command of its own, since its CUDA packages are gigabytes, and found where that leaves it.
/// </summary>
internal static class TorchBackend
{
    private const string Name = "AlphaMix.Training.Torch";

    /// <summary>Loads the backend.</summary>
    /// <param name="device">The device it is wanted for, to name the package that brings it.</param>
    /// <exception cref="BackendException">It was not built; the message has the command that builds it.</exception>
    public static ITrainingBackend Load(string device)
    {
        var path = Places().FirstOrDefault(File.Exists) ?? throw new BackendException(
            $"--device {device}: the TorchSharp backend is not built. Build it with: {BuildCommand(device)}");
        try
        {
            return BackendLoader.Load(path);
        }
        catch (BackendException fault)
        {
            throw new BackendException($"{fault.Message} The command: {BuildCommand(device)}", fault);
        }
    }

    /// <summary>Returns the command that builds the backend for a device, on the operating system at hand.</summary>
    public static string BuildCommand(string device)
    {
        var cuda = OperatingSystem.IsWindows() ? "TorchSharp-cuda-windows" : "TorchSharp-cuda-linux";
        var package = device.StartsWith("cuda", StringComparison.Ordinal) ? cuda : "TorchSharp-cpu";
        return $"dotnet build -c Release Training/{Name} -p:TorchPackage={package}";
    }

    // Beside the program, or where the build of the checkout leaves it.
    private static IEnumerable<string> Places()
    {
        yield return Path.Combine(AppContext.BaseDirectory, Name + ".dll");
        if (Environment.GetEnvironmentVariable("ALPHAMIX_HOME") is { } home)
            yield return BuildOutput(home);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "AlphaMix.Lean.sln")))
                yield return BuildOutput(folder.FullName);
    }

    private static string BuildOutput(string root) => Path.Combine(root, "Training", Name, "bin", "Release", "net10.0", Name + ".dll");
}
