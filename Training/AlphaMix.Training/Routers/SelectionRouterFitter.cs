using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Routers;

/// <summary>Fits W (paper, section 4.2).</summary>
/// <param name="how">How.</param>
internal sealed class SelectionRouterFitter(WithReplacementOptions how) : IRouterFitter
{
    /// <inheritdoc/>
    public string Name => RouterNames.Selection;

    /// <inheritdoc/>
    public FittedRouter? Fit(RouterFitContext context, Parameters options)
    {
        var groups = context.Samples.GroupLogits.Count;
        var selection = WithReplacementSelector.Select(
            groups, how.Distinct, chosen => context.ProfitOfLogits(context.Samples.MeanLogits(chosen)));
        var parts = selection.Groups.Zip(selection.MixtureWeights, (group, weight) => $"{group} ({FitterNotes.Percent(weight)})");
        context.Note($"W: groups {string.Join(", ", parts)}");
        if (selection.Groups.Count == 1)
            context.Note(
                selection.Groups[0] == context.Ranked[0] ? "W equals the best single group"
                    : $"W equals the single group {selection.Groups[0]}");
        else if (selection.Groups.Count == groups && selection.MixtureWeights.Distinct().Count() == 1)
            context.Note("W equals V: all groups weigh the same");
        return new Fitted(selection);
    }

    /// <summary>W as the artifact has it.</summary>
    /// <param name="Record">The groups and their mixture weights.</param>
    internal sealed record Fitted(SelectionRecord Record) : FittedRouter;
}
