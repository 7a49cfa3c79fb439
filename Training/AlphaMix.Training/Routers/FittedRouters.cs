using AlphaMix.Core.Experts;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Training.Routers;

/// <summary>The routers fitted on a pool, what is recorded of them, and what they cost in uses of the validation span.</summary>
/// <param name="AsNeeded">Record of R, or null.</param>
/// <param name="AsNeededParameters">Parameters of R, or null.</param>
/// <param name="Selection">Record of W, or null.</param>
/// <param name="Soup">Record of S, or null.</param>
/// <param name="SoupGroup">The soup itself, or null.</param>
/// <param name="Uses">How often the validation span was used.</param>
/// <param name="Notes">What a reader should know.</param>
internal sealed record FittedRouters(
    AsNeededRecord? AsNeeded,
    AsNeededParameters? AsNeededParameters,
    SelectionRecord? Selection,
    SoupRecord? Soup,
    ExpertGroup? SoupGroup,
    RouterUses Uses,
    IReadOnlyList<string> Notes);
