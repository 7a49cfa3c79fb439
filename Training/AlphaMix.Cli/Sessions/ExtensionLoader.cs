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
    public static ExtensionSet Load(IReadOnlyList<string>? paths)
    {
        try
        {
            return (paths ?? []).Aggregate(BuiltIn.Extensions, (extensions, path) => extensions.WithAssembly(path));
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"--extension {fault.Message}");
        }
    }
}
