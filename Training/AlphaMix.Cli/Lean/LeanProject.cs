using System.Text.RegularExpressions;

namespace AlphaMix.Cli.Lean;

/// <summary>A LEAN project of this repository: a folder with one csproj, compiled into an assembly of the folder's name.</summary>
/// <param name="Home">The repository's root.</param>
/// <param name="Name">Name of the folder and of the assembly.</param>
internal sealed record LeanProject(string Home, string Name)
{
    private static readonly string[] Names = ["Algorithms", "Retraining"];

    /// <summary>Gets the folder.</summary>
    public string Folder => Path.Combine(Home, Name);

    /// <summary>Gets the csproj, relative to the root.</summary>
    public string File => Path.Combine(Name, Name + ".csproj");

    /// <summary>Returns the project in whose folder a file lies; the first one for a file elsewhere, whose build has the plugin.</summary>
    public static LeanProject Beside(string home, string file)
    {
        var folder = Path.GetDirectoryName(file);
        return new LeanProject(home, Array.Find(Names, name => Path.Combine(home, name) == folder) ?? Names[0]);
    }

    /// <summary>
    /// Finds the project whose folder has an algorithm, as LEAN's command line does: by its declaration in a file directly in the folder.
    /// </summary>
    /// <param name="home">The repository's root.</param>
    /// <param name="algorithm">Class name.</param>
    /// <returns>The project; the first one when none has it, so that LEAN says what is missing.</returns>
    public static LeanProject Find(string home, string algorithm)
    {
        var declaration = new Regex($@"class\s+{Regex.Escape(algorithm)}\s*:\s*QCAlgorithm\b");
        return new LeanProject(home, Array.Find(Names, Declares) ?? Names[0]);

        bool Declares(string name)
        {
            var folder = Path.Combine(home, name);
            return Directory.Exists(folder)
                && Directory.EnumerateFiles(folder, "*.cs").Any(file => declaration.IsMatch(System.IO.File.ReadAllText(file)));
        }
    }
}
