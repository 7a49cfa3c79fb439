using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Routers;

/// <summary>Makes S (paper, section 4.3).</summary>
/// <param name="soup">Which groups may join.</param>
internal sealed class SoupRouterFitter(SoupOptions soup) : IRouterFitter
{
    /// <inheritdoc/>
    public string Name => RouterNames.Soup;

    /// <inheritdoc/>
    public FittedRouter? Fit(RouterFitContext context, Parameters options)
    {
        var groups = context.Groups;
        int[] ranked = [.. context.Ranked.Where(g => g < groups.Count)];
        var best = groups[ranked[0]].Record;
        var member = SoupMember.From(best);
        int[] candidates =
        [
            .. ranked.Where(g => SoupMaker.IsCandidate(soup.Candidates, SoupMember.From(groups[g].Record), member))
        ];
        var (parameters, kept) = SoupMaker.Make(
            Array.ConvertAll(candidates, g => groups[g].Parameters), tried => context.Profit(best.Shape, tried));
        var ingredients = kept.Select(i => candidates[i]).ToArray();
        context.Note($"S: averages groups {FitterNotes.List(ingredients)}, out of {candidates.Length} with the best one's {Named()}");
        if (ingredients.Length == 1)
            context.Note(
                ranked.Length == context.Ranked.Count ? "S equals the best single group" : "S equals the best group of networks");
        return new Fitted(new SoupRecord(ingredients, candidates.Length), new ExpertGroup(best.Shape, parameters));
    }

    private string Named() => soup.Candidates switch
    {
        SoupCandidates.Start => "start",
        SoupCandidates.Hyperparameters => "hyperparameters",
        _ => "start or hyperparameters"
    };

    /// <summary>S as the artifact has it.</summary>
    /// <param name="Record">Its ingredients.</param>
    /// <param name="Group">The soup itself.</param>
    internal sealed record Fitted(SoupRecord Record, ExpertGroup Group) : FittedRouter;
}
