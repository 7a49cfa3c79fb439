namespace AlphaMix.Core.Extensions;

/// <summary>
/// The entry point of an assembly that extends AlphaMix: adds its portfolio rules, routers, features and so on to a set. The command line
/// (<c>--extension FILE.dll</c>), the parameter <c>extension</c> of the ready algorithms and <see cref="ExtensionSet.WithAssembly"/> create
/// every public implementation through its constructor without parameters. An assembly may have several: LEAN leaves out those that need
/// the trainer.
/// </summary>
public interface IExtension
{
    /// <summary>Returns <paramref name="extensions"/> together with what this assembly adds.</summary>
    /// <param name="extensions">The set so far, built-in names included.</param>
    ExtensionSet Extend(ExtensionSet extensions);
}
