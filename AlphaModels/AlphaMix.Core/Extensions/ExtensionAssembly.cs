using System.Reflection;

namespace AlphaMix.Core.Extensions;

/// <summary>Adds the extensions of an assembly to a set: those of each public class that implements <see cref="IExtension"/>.</summary>
internal static class ExtensionAssembly
{
    // What LEAN does not have: a class that registers trainers, fitters, labels, baselines or sections has no use there.
    private static readonly string[] Trainer = ["AlphaMix.Training", "AlphaMix.Evaluation"];

    public static ExtensionSet AddTo(ExtensionSet extensions, string path)
    {
        if (!File.Exists(path))
            throw new ArgumentException($"{path}: no such file. Build the assembly first; docs/extending.md has an example.");
        try
        {
            // Into the context that has this library, wherever LEAN loaded it from, so that both mean the same types; LoadFrom also finds
            // the libraries beside the assembly.
            return AddTo(extensions, Types(Assembly.LoadFrom(Path.GetFullPath(path))));
        }
        catch (Exception fault) when (fault is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException
            or ReflectionTypeLoadException or MissingMemberException or TargetInvocationException or ArgumentException)
        {
            throw new ArgumentException($"{path}: {(fault.InnerException ?? fault).Message}", fault);
        }
    }

    private static ExtensionSet AddTo(ExtensionSet extensions, IEnumerable<Type> types)
    {
        var (added, skipped) = (0, "");
        foreach (var type in types.Where(type => type.IsVisible && !type.IsAbstract && type.IsAssignableTo(typeof(IExtension))))
        {
            try
            {
                extensions = ((IExtension)Activator.CreateInstance(type)!).Extend(extensions);
                added++;
            }
            catch (FileNotFoundException fault) when (MissingTrainer(fault) is { } missing)
            {
                skipped = $"{type.Name} needs {missing}, which is not here. Register what LEAN needs in a class of its own, without "
                    + "labels, fitters, trainers, baselines and sections.";
            }
        }

        return added > 0 ? extensions : throw new ArgumentException(
            skipped.Length > 0 ? skipped : $"expected a public class that implements {nameof(IExtension)}, found none.");
    }

    /// <summary>Returns the types of an assembly; without the trainer, those that do not derive from its types.</summary>
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException fault) when (fault.LoaderExceptions.All(one => MissingTrainer(one) is not null))
        {
            return fault.Types.OfType<Type>();
        }
    }

    private static string? MissingTrainer(Exception? fault) => fault is FileNotFoundException { FileName: { } name }
        ? Array.Find(Trainer, assembly => name.StartsWith(assembly + ",", StringComparison.Ordinal))
        : null;
}
