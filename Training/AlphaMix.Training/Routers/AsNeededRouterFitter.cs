using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Routers;

/// <summary>Fits R (paper, section 4.1).</summary>
/// <param name="how">How.</param>
internal sealed class AsNeededRouterFitter(AsNeededOptions how) : IRouterFitter
{
    /// <inheritdoc/>
    public string Name => RouterNames.AsNeeded;

    /// <inheritdoc/>
    public FittedRouter? Fit(RouterFitContext context, Parameters options)
    {
        if (context.Ranked.Count < 2)
        {
            context.Note("R: none, the pool has one group");
            return null;
        }

        int[] order = [.. context.Ranked.Take(how.Groups)];
        var fit = AsNeededFitter.Fit(context.Samples, order, how, context.Seed);
        var rates = string.Join(", ", fit.OnRates.Select(FitterNotes.Percent));
        context.Note($"R: groups {FitterNotes.List(order)} in turn, asking on for {rates} of the samples that reach each router");
        if (fit.OnRates[0] == 0)
            context.Note("R equals the best single group: its first router never asks on");
        else if (fit.OnRates.All(rate => rate == 1))
            context.Note("R equals the mean of its groups: its routers always ask on");
        return new Fitted(new AsNeededRecord(order, how.Target, fit.Omega, fit.OnRates), fit.Parameters)
        {
            ValidationUses = context.Members.Count + fit.OnRates.Length
        };
    }

    /// <summary>R as the artifact has it.</summary>
    /// <param name="Record">How it was fitted.</param>
    /// <param name="Parameters">What it learned.</param>
    internal sealed record Fitted(AsNeededRecord Record, AsNeededParameters Parameters) : FittedRouter;
}
