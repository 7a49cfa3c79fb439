namespace AlphaMix.Testing;

/// <summary>The examples of docs/extending.md, built as a user builds them: outside the repository, against the assemblies that lie beside the tests.</summary>
public static class OutsideAssembly
{
    /// <summary>Gets the folder of the examples.</summary>
    public static string Source { get; } = Path.Combine(Repository.Root, "docs", "examples", "extension");

    /// <summary>Builds the examples.</summary>
    /// <param name="folder">An empty folder; receives sources and build output.</param>
    /// <returns>Path of the assembly.</returns>
    public static string Build(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return Build(folder, "MyAlpha");
    }

    /// <summary>Builds the project of a folder; <c>$(AlphaMix)</c> is the folder of the assemblies that lie beside the tests.</summary>
    /// <param name="folder">Folder of the sources; receives the build output.</param>
    /// <param name="name">Name of the project and of its assembly.</param>
    /// <returns>Path of the assembly.</returns>
    public static string Build(string folder, string name)
    {
        // No package is needed; sources that cannot be reached must not matter.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        var output = Path.Combine(folder, "out");
        Dotnet.Run(
            folder, "build", $"{name}.csproj", "--nologo", "--output", output, "-nodeReuse:false", "-warnaserror", "-p:NuGetAudit=false",
            $"-p:AlphaMix={TestContext.CurrentContext.TestDirectory}");
        return Path.Combine(output, $"{name}.dll");
    }
}
