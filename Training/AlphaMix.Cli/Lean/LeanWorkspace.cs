using System.Reflection;
using System.Text;
using AlphaMix.Cli.Console;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Cli.Lean;

/// <summary>A new LEAN workspace: settings, data folder, ObjectStore, and one project that trades a pool.</summary>
/// <param name="Folder">Its root.</param>
/// <param name="Name">Name of the project, its assembly and its algorithm's class.</param>
/// <param name="Language">What the algorithm is written in.</param>
internal sealed record LeanWorkspace(string Folder, string Name, WorkspaceLanguage Language)
{
    private const string Templates = "workspaces/";

    /// <summary>Gets the name of the algorithm's file, which LEAN's command line prescribes.</summary>
    public string MainFile => Language == WorkspaceLanguage.CSharp ? "Main.cs" : "main.py";

    /// <summary>Checks that the folder is new or empty.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public void RefuseUsedFolder()
    {
        if (Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Any())
            throw new UsageException($"{Folder}: the folder is not empty. A workspace is written into a new or an empty one.");
    }

    /// <summary>Writes the workspace.</summary>
    /// <param name="plugin">The package that the algorithm uses.</param>
    public void Write(PluginPackage plugin)
    {
        var project = Path.Combine(Folder, Name);
        Directory.CreateDirectory(project);
        Directory.CreateDirectory(Path.Combine(Folder, "storage", "alphamix"));
        WriteTemplates(plugin.Version);
        LeanDatabases.AddMissing(Path.Combine(Folder, "Data"));
        if (Language == WorkspaceLanguage.Python)
        {
            plugin.Extract(project, "python/", "lib/");
            return;
        }

        var packages = Path.Combine(project, "packages");
        Directory.CreateDirectory(packages);
        File.Copy(plugin.File, Path.Combine(packages, Path.GetFileName(plugin.File)));
    }

    private void WriteTemplates(string version)
    {
        var assembly = typeof(LeanWorkspace).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Templates, StringComparison.Ordinal)))
        {
            if (Place(resource[Templates.Length..].Replace('\\', '/')) is { } place)
                File.WriteAllText(Path.Combine(Folder, place), Fill(Read(assembly, resource), version));
        }
    }

    /// <summary>Returns where a template's file lies in the workspace; null when it is of the other language.</summary>
    private string? Place(string template)
    {
        var parts = template.Split('/');
        if (parts.Length == 1)
            return template == "gitignore.txt" ? ".gitignore" : template;
        if (!parts[0].Equals(Language.ToString(), StringComparison.OrdinalIgnoreCase))
            return null;
        // Sources that the program's own build must not take for its own end with .txt.
        var file = parts[1].Replace("Project.", Name + ".", StringComparison.Ordinal).Replace(".txt", "", StringComparison.Ordinal);
        return Path.Combine(Name, file);
    }

    private string Fill(string template, string version) => new StringBuilder(template)
        .Replace("$NAME$", Name)
        .Replace("$VERSION$", version)
        .Replace("$NOTE$", Note)
        .ToString();

    private string Note => Language == WorkspaceLanguage.CSharp
        ? $"`{Name}/packages/` has the package AlphaMix.Lean, which `{Name}/nuget.config` names as a source; QuantConnect.Lean "
            + "comes from NuGet."
        : $"`alphamix.py`, `alphamix_pool.py` and the two DLLs beside `{Name}/main.py` are the plugin; keep the four together.";

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
