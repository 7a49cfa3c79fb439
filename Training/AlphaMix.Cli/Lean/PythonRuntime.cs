using System.Diagnostics;

namespace AlphaMix.Cli.Lean;

/// <summary>The Python that LEAN runs Python algorithms with: a library that pythonnet loads, and the folders its modules lie in.</summary>
internal static class PythonRuntime
{
    private const string Variable = "PYTHONNET_PYDLL";

    // Where Debian 12, and whatever is made from it, has the version that LEAN is made for.
    private static readonly string[] Usual =
    [
        "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "/usr/lib/aarch64-linux-gnu/libpython3.11.so.1.0"
    ];

    /// <summary>Gets what to do where there is no Python.</summary>
    public static string Missing =>
        $"There is no Python for LEAN: set {Variable} to the library of Python 3.11 (libpython3.11.so, python311.dll), and install pandas "
        + "(docs/lean.md).";

    /// <summary>Finds the library.</summary>
    /// <returns>Its path; null when there is none.</returns>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } library
        ? library
        : Array.Find(Usual, File.Exists);

    /// <summary>Tells a process of LEAN's where Python and its modules are.</summary>
    /// <param name="start">The process to be.</param>
    /// <param name="folders">LEAN's folder and that of our modules.</param>
    public static void AddTo(ProcessStartInfo start, params string[] folders)
    {
        start.Environment[Variable] = Find();
        string?[] paths = [.. folders, Environment.GetEnvironmentVariable("PYTHONPATH")];
        start.Environment["PYTHONPATH"] = string.Join(Path.PathSeparator, paths.Where(path => !string.IsNullOrEmpty(path)));
    }
}
