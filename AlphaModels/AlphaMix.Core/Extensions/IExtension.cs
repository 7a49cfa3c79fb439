namespace AlphaMix.Core.Extensions;

/// <summary>
/// The entry point of an assembly that extends AlphaMix: adds its portfolio rules, routers, features and so on to a set. The command line
/// (<c>--extension FILE.dll</c>) creates every public implementation through its constructor without parameters; inside LEAN the algorithm
/// calls <see cref="ExtensionSet.With{TSeam}"/> itself.
/// </summary>
public interface IExtension
{
    /// <summary>Returns <paramref name="extensions"/> together with what this assembly adds.</summary>
    /// <param name="extensions">The set so far, built-in names included.</param>
    ExtensionSet Extend(ExtensionSet extensions);
}
