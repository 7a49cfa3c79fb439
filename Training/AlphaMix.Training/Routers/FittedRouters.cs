using AlphaMix.Core.Extensions;

namespace AlphaMix.Training.Routers;

/// <summary>The routers fitted on a pool's groups.</summary>
/// <param name="Routers">What each fit gave.</param>
/// <param name="Uses">How often each used the validation span, by the router's name; those that gave none included.</param>
/// <param name="Notes">What a reader should know.</param>
internal sealed record FittedRouters(
    IReadOnlyList<FittedRouter> Routers, IReadOnlyDictionary<string, int> Uses, IReadOnlyList<string> Notes)
{
    /// <summary>Gets what the routers from outside the library learned.</summary>
    public IEnumerable<FittedState> States => Routers.Select(router => router.State).OfType<FittedState>();

    /// <summary>Returns one of the paper's routers; null when it was not fitted.</summary>
    public T? Find<T>()
        where T : FittedRouter => Routers.OfType<T>().SingleOrDefault();
}
