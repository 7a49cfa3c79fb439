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
    /// <param name="home">Root of the workspace or of the repository.</param>
    /// <param name="text">A class name, or the path of a Python file; null for Main.cs or main.py of the first project.</param>
    /// <exception cref="UsageException">
    /// The folder is no workspace, or the file is not there or has no algorithm.
    /// </exception>
    public static LeanAlgorithm Find(string home, string? text)
    {
        if (text is null)
            return OfMainFile(LeanProject.All(home)[0]);
        if (!text.EndsWith(".py", StringComparison.OrdinalIgnoreCase))
            return new LeanAlgorithm(text, LeanProject.Find(home, text), null);
        var file = Path.GetFullPath(text);
        if (!File.Exists(file))
            throw new UsageException($"--algorithm {text}: no such file.");
        var declaration = PythonDeclaration().Match(File.ReadAllText(file));
        return declaration.Success
            ? new LeanAlgorithm(declaration.Groups[1].Value, LeanProject.Beside(home, file), file)
            : throw new UsageException($"--algorithm {text}: expected a class that derives from QCAlgorithm, found none.");
    }

    /// <summary>Matches the declaration of an algorithm in C#, as LEAN's command line does; group 1 is its name.</summary>
    [GeneratedRegex(@"class\s+(\w+)\s*:\s*QCAlgorithm\b")]
    public static partial Regex Declaration();

    private static LeanAlgorithm OfMainFile(LeanProject project)
    {
        if (!project.IsCompiled)
            return Find(project.Home, project.PythonMain);
        return Declaration().Match(project.Main ?? "") is { Success: true } match
            ? new LeanAlgorithm(match.Groups[1].Value, project, null)
            : throw new UsageException(
                $"{project.Folder} has no Main.cs with a class X : QCAlgorithm: name an algorithm with --algorithm.");
    }

    [GeneratedRegex(@"^class\s+(\w+)\s*\(\s*QCAlgorithm\s*\)", RegexOptions.Multiline)]
    private static partial Regex PythonDeclaration();
}
