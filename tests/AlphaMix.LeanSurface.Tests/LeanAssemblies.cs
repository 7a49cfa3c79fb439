using System.IO.Compression;
using System.Reflection;
using System.Runtime.Loader;

namespace AlphaMix.LeanSurface.Tests;

/// <summary>The assemblies of one folder, kept apart from all others.</summary>
internal sealed class LeanAssemblies : AssemblyLoadContext
{
    private readonly string _folder;

    private LeanAssemblies(string folder)
        : base(folder, isCollectible: false)
    {
        _folder = folder;
    }

    /// <summary>Gives the surface: what lies packed in <c>eng/feed</c>.</summary>
    public static LeanAssemblies Surface()
    {
        var packages = Directory.GetFiles(Path.Combine(Root, "eng", "feed"), "QuantConnect.Lean.2.5.0.*.nupkg");
        Assert.That(packages, Has.Length.EqualTo(1), "packages of the surface in eng/feed; a restore packs one");
        var folder = Path.Combine(Path.GetTempPath(), "alphamix-surface-" + Path.GetFileNameWithoutExtension(packages[0]));
        ZipFile.ExtractToDirectory(packages[0], folder, overwriteFiles: true);
        return new LeanAssemblies(Path.Combine(folder, "lib", "net10.0"));
    }

    /// <summary>Gives the real assemblies, or skips the running test.</summary>
    public static LeanAssemblies Real()
    {
        var folder = Environment.GetEnvironmentVariable("LEAN_LAUNCHER_DIR");
        if (string.IsNullOrEmpty(folder) || !File.Exists(Path.Combine(folder, "QuantConnect.Common.dll")))
            Assert.Ignore("LEAN_LAUNCHER_DIR names no folder with LEAN's assemblies: nothing to compare the surface with but the committed facts.");
        return new LeanAssemblies(folder!);
    }

    /// <summary>Gets the repository's root.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AlphaMix.Lean.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("AlphaMix.Lean.sln was not found above the tests.");
        }
    }

    /// <summary>Gets the names of the assemblies.</summary>
    public IEnumerable<string> Names => Directory.GetFiles(_folder, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    /// <summary>Gives an assembly by its simple name.</summary>
    public Assembly Named(string name) => LoadFromAssemblyName(new AssemblyName(name));

    /// <summary>Gives the types that others can see.</summary>
    public IEnumerable<Type> Types(string assembly) =>
        Named(assembly).GetTypes().Where(type => type.IsPublic || type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
