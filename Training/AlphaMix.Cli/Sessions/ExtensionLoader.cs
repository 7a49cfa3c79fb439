using System.Reflection;
using System.Runtime.Loader;
using AlphaMix.Cli.Console;
using AlphaMix.Core;
using AlphaMix.Core.Extensions;

namespace AlphaMix.Cli.Sessions;

/// <summary>Loads the assemblies named by <c>--extension</c>.</summary>
internal static class ExtensionLoader
{
    /// <summary>Returns the built-in names and those of the assemblies.</summary>
    /// <param name="paths">Assemblies; null for none.</param>
    /// <exception cref="UsageException">A file is missing or no assembly, has no extension, or an extension cannot be used.</exception>
    public static ExtensionSet Load(IReadOnlyList<string>? paths) => (paths ?? []).Aggregate(BuiltIn.Extensions, Load);

    private static ExtensionSet Load(ExtensionSet extensions, string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"--extension {path}: no such file. Build the assembly first; docs/extending.md has an example.");
        try
        {
            var types = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path))
                .GetExportedTypes()
                .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IExtension)))
                .ToArray();
            if (types.Length == 0)
                throw new UsageException($"--extension {path}: expected a public class that implements {nameof(IExtension)}, found none.");
            return types.Aggregate(extensions, (set, type) => ((IExtension)Activator.CreateInstance(type)!).Extend(set));
        }
        catch (Exception fault) when (fault is BadImageFormatException or FileLoadException or ReflectionTypeLoadException
            or TypeLoadException or MissingMethodException or TargetInvocationException or ArgumentException)
        {
            throw new UsageException($"--extension {path}: {(fault.InnerException ?? fault).Message}");
        }
    }
}
