using System.IO.Compression;
using AlphaMix.Training.Runs;

namespace AlphaMix.Cli.Lean;

/// <summary>The package AlphaMix.Lean, which the tool carries beside the program; in a checkout it is packed when needed.</summary>
/// <param name="File">The .nupkg.</param>
internal sealed record PluginPackage(string File)
{
    private const string Id = "AlphaMix.Lean";

    /// <summary>Gets the package's version, which its file name has.</summary>
    public string Version => Path.GetFileNameWithoutExtension(File)[(Id.Length + 1)..];

    /// <summary>Finds the package.</summary>
    /// <param name="program">The program's folder.</param>
    /// <param name="checkout">The repository's root, or null.</param>
    /// <exception cref="RunException">There is none, or the checkout's does not pack.</exception>
    public static PluginPackage Find(string program, string? checkout)
    {
        if (In(program) is { } carried)
            return carried;
        var project = Path.Combine(checkout ?? "", "AlphaModels", Id);
        if (checkout is null || !Directory.Exists(project))
            throw new RunException(
                $"There is no {Id}.*.nupkg beside the program in {program}: install the tool alphamix, or run ./alphamix of the "
                    + "repository.");
        var output = Path.Combine(project, "bin", "package");
        if (Directory.Exists(output))
            Directory.Delete(output, recursive: true);
        Dotnet.Run(Id, checkout, "pack", project, "--configuration", "Release", "--nologo", "--verbosity", "quiet", "--output", output);
        return In(output) ?? throw new RunException($"{output}: packing left no {Id}.*.nupkg.");
    }

    /// <summary>Copies the files below some of the package's folders into one folder, without their own.</summary>
    /// <exception cref="RunException">The package has no file in one of them.</exception>
    public void Extract(string target, params string[] folders)
    {
        using var zip = ZipFile.OpenRead(File);
        foreach (var folder in folders)
        {
            var entries = zip.Entries.Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal)).ToArray();
            if (entries.Length == 0)
                throw new RunException($"{File}: the package has no {folder}.");
            foreach (var entry in entries.Where(entry => !entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
                entry.ExtractToFile(Path.Combine(target, entry.Name));
        }
    }

    private static PluginPackage? In(string folder) =>
        Directory.EnumerateFiles(folder, $"{Id}.*.nupkg").FirstOrDefault() is { } file ? new PluginPackage(file) : null;
}
