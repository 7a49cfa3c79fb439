using System.Reflection;

namespace AlphaMix.Training.Backends;

/// <summary>Loads a backend from its assembly, beside which lies what it needs.</summary>
internal static class BackendLoader
{
    /// <summary>Loads a backend.</summary>
    /// <param name="path">The assembly's file.</param>
    /// <returns>The backend, from its class with a constructor without parameters.</returns>
    /// <exception cref="BackendException">The file has no backend, or one built from other sources than this program.</exception>
    public static ITrainingBackend Load(string path)
    {
        try
        {
            var assembly = new BackendLoadContext(path).LoadFromAssemblyPath(Path.GetFullPath(path));
            var type = assembly.GetExportedTypes().FirstOrDefault(each => !each.IsAbstract && each.IsAssignableTo(typeof(ITrainingBackend)))
                ?? throw new BackendException($"{path} has no {nameof(ITrainingBackend)}.");
            return (ITrainingBackend)Activator.CreateInstance(type)!;
        }
        catch (Exception fault) when (fault is TypeLoadException or MissingMemberException or ReflectionTypeLoadException
            or TargetInvocationException or BadImageFormatException or FileLoadException or FileNotFoundException)
        {
            throw new BackendException($"{path} does not fit this program ({fault.Message}). Build it again.", fault);
        }
    }
}
