using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Training.Routers;

/// <summary>Makes S (paper, section 4.3).</summary>
internal sealed class SoupRouterFitter : IRouterFitter
{
    /// <inheritdoc/>
    public string Name => RouterNames.Soup;

    /// <inheritdoc/>
    public FittedRouter? Fit(RouterFitContext context, Parameters options)
    {
        var groups = context.Groups;
        var best = groups[context.Ranked[0]].Record;
        int[] candidates =
        [
            .. context.Ranked.Where(g => groups[g].Record.Shape == best.Shape && groups[g].Record.Initialisation == best.Initialisation)
        ];
        var (parameters, kept) = SoupMaker.Make(
            Array.ConvertAll(candidates, g => groups[g].Parameters), tried => context.Profit(best.Shape, tried));
        var ingredients = kept.Select(i => candidates[i]).ToArray();
        context.Note($"S: ingredients {FitterNotes.List(ingredients)} of {candidates.Length} groups with the best one's shape and start");
        if (ingredients.Length == 1)
            context.Note("S equals the best single group");
        return new Fitted(new SoupRecord(ingredients, candidates.Length), new ExpertGroup(best.Shape, parameters));
    }

    /// <summary>S as the artifact has it.</summary>
    /// <param name="Record">Its ingredients.</param>
    /// <param name="Group">The soup itself.</param>
    internal sealed record Fitted(SoupRecord Record, ExpertGroup Group) : FittedRouter;
}
