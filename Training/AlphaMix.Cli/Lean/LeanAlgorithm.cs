using System.Text.RegularExpressions;
using AlphaMix.Cli.Console;

namespace AlphaMix.Cli.Lean;

/// <summary>An algorithm that LEAN runs: a class of a project's assembly, or a Python file beside it.</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="Project">The project whose build has the class, or the assemblies that the Python file uses.</param>
/// <param name="PythonFile">The Python file; null for a class in C#.</param>
internal sealed partial record LeanAlgorithm(string Name, LeanProject Project, string? PythonFile)
{
    /// <summary>Finds an algorithm.</summary>
    /// <param name="home">The repository's root.</param>
    /// <param name="text">A class name, or the path of a Python file.</param>
    /// <exception cref="UsageException">The Python file is not there, or has no algorithm.</exception>
    public static LeanAlgorithm Find(string home, string text)
    {
        if (!text.EndsWith(".py", StringComparison.OrdinalIgnoreCase))
            return new LeanAlgorithm(text, LeanProject.Find(home, text), null);
        var file = Path.GetFullPath(text);
        if (!File.Exists(file))
            throw new UsageException($"--algorithm {text}: no such file.");
        var declaration = Declaration().Match(File.ReadAllText(file));
        return declaration.Success
            ? new LeanAlgorithm(declaration.Groups[1].Value, LeanProject.Beside(home, file), file)
            : throw new UsageException($"--algorithm {text}: expected a class that derives from QCAlgorithm, found none.");
    }

    [GeneratedRegex(@"^class\s+(\w+)\s*\(\s*QCAlgorithm\s*\)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
