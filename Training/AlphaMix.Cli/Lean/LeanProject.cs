using AlphaMix.Cli.Console;

namespace AlphaMix.Cli.Lean;

/// <summary>A LEAN project: a folder with one csproj, compiled into an assembly of the folder's name.</summary>
/// <param name="Home">Root of the workspace or of the repository.</param>
/// <param name="Name">Name of the folder and of the assembly.</param>
internal sealed record LeanProject(string Home, string Name)
{
    /// <summary>Gets the folder.</summary>
    public string Folder => Path.Combine(Home, Name);

    /// <summary>Gets the csproj, relative to the root.</summary>
    public string File => Path.Combine(Name, Name + ".csproj");

    /// <summary>Gets a value indicating whether there is something to build: a project in Python alone has no csproj.</summary>
    public bool IsCompiled => System.IO.File.Exists(Path.Combine(Home, File));

    /// <summary>Gets the text of Main.cs; null when there is none.</summary>
    public string? Main => System.IO.File.Exists(Path.Combine(Folder, "Main.cs"))
        ? System.IO.File.ReadAllText(Path.Combine(Folder, "Main.cs"))
        : null;

    /// <summary>Gets the path of main.py, which may not be there.</summary>
    public string PythonMain => Path.Combine(Folder, "main.py");

    /// <summary>Returns the projects of a workspace, by name.</summary>
    /// <param name="home">Root of the workspace or of the repository.</param>
    /// <exception cref="UsageException">The folder is no LEAN workspace, or has no project.</exception>
    public static LeanProject[] All(string home)
    {
        LeanProject[] projects =
        [
            .. Directory.EnumerateDirectories(home)
                .Select(folder => new LeanProject(home, Path.GetFileName(folder)))
                .Where(project => project.IsCompiled || System.IO.File.Exists(project.PythonMain))
                .OrderBy(project => project.Name, StringComparer.Ordinal)
        ];
        return projects.Length > 0 && System.IO.File.Exists(Path.Combine(home, "lean.json"))
            ? projects
            : throw new UsageException(
                $"{home} is no LEAN workspace: it needs lean.json and a folder NAME with NAME.csproj or main.py. Make one with "
                    + "alphamix new lean DIR and run backtest in it, or run ./alphamix backtest of the repository.");
    }

    /// <summary>Returns the project in whose folder a file lies; the first one for a file elsewhere, whose build has the plugin.</summary>
    public static LeanProject Beside(string home, string file)
    {
        var projects = All(home);
        return Array.Find(projects, project => project.Folder == Path.GetDirectoryName(file)) ?? projects[0];
    }

    /// <summary>
    /// Finds the project whose folder has an algorithm, as LEAN's command line does: by its declaration in a file directly in the folder.
    /// </summary>
    /// <param name="home">Root of the workspace or of the repository.</param>
    /// <param name="algorithm">Class name.</param>
    /// <returns>The project; the first one when none has it, so that LEAN says what is missing.</returns>
    /// <exception cref="UsageException">The folder is no LEAN workspace, or has no project.</exception>
    public static LeanProject Find(string home, string algorithm)
    {
        var projects = All(home);
        return Array.Find(projects, project => project.Declares(algorithm)) ?? projects[0];
    }

    private bool Declares(string algorithm) => Directory.EnumerateFiles(Folder, "*.cs").Any(
        file => LeanAlgorithm.Declaration().Matches(System.IO.File.ReadAllText(file)).Any(match => match.Groups[1].Value == algorithm));
}
