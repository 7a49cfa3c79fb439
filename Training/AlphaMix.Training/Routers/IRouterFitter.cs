using AlphaMix.Core.Extensions;

namespace AlphaMix.Training.Routers;

/// <summary>
/// Fits a router on the validation span, where the groups' forecasts are out of sample. Registered under the router's name in an
/// <see cref="ExtensionSet"/>, beside the <see cref="Core.Routers.RouterFactory"/> that creates the router; a configuration asks for it in
/// <c>routers.others</c>. Implementations are stateless and deterministic: samples, options and seed determine the router to the bit.
/// </summary>
/// <example>See <c>docs/extending.md</c> for a complete router in one file.</example>
public interface IRouterFitter
{
    /// <summary>Gets the router's name.</summary>
    string Name { get; }

    /// <summary>Returns every fault of options, before anything is trained. Default none.</summary>
    /// <param name="options">The options of the configuration.</param>
    IEnumerable<string> Faults(Parameters options) => [];

    /// <summary>Fits the router.</summary>
    /// <param name="context">The groups, the validation samples and their profit.</param>
    /// <param name="options">The options of the configuration; a missing one takes its default.</param>
    /// <returns>The fitted router; null where the pool cannot have one, with a note that says why.</returns>
    FittedRouter? Fit(RouterFitContext context, Parameters options);
}
