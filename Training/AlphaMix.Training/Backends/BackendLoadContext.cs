using System.Reflection;
using System.Runtime.Loader;

namespace AlphaMix.Training.Backends;

/// <summary>
/// Resolves what a backend needs by its own <c>.deps.json</c>, managed and native, but takes from the program what the program has too:
/// both must mean the same types.
/// </summary>
internal sealed class BackendLoadContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    private readonly AssemblyDependencyResolver _resolver = new(Path.GetFullPath(path));

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name!.StartsWith("AlphaMix.", StringComparison.Ordinal))
            return null;
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : 0;
}
