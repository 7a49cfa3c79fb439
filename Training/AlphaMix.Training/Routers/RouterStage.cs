using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Routers;

/// <summary>Fits the configured routers on the validation span: R, W and S (paper, section 4), then those of extensions.</summary>
/// <param name="configuration">Which routers, and how.</param>
/// <param name="validation">The validation span.</param>
internal sealed class RouterStage(TrainingConfiguration configuration, ValidationSpan validation)
{
    /// <summary>Fits the routers.</summary>
    /// <param name="groups">The pool's groups of networks.</param>
    /// <param name="trees">Its tree groups.</param>
    public FittedRouters Fit(IReadOnlyList<TrainedGroup> groups, IReadOnlyList<TrainedTrees> trees)
    {
        ArgumentNullException.ThrowIfNull(groups);
        double[] profits =
            [.. groups.Select(group => group.Record.ValidationProfit), .. trees.Select(group => group.Record.ValidationProfit)];
        int[] ranked = [.. Enumerable.Range(0, profits.Length).OrderByDescending(g => profits[g]).ThenBy(g => g)];
        IGroup[] members =
            [.. groups.Select(group => new ExpertGroup(group.Record.Shape, group.Parameters)), .. trees.Select(group => group.Group)];
        var samples = RoutingSamples.From(validation, members);
        var (routers, uses, notes) = (new List<FittedRouter>(), new Dictionary<string, int>(), new List<string>());
        foreach (var (fitter, options) in Fitters())
        {
            var context = new RouterFitContext(validation, samples, groups, members, ranked, configuration.Seed);
            var router = fitter.Fit(context, options);
            if (router is not null)
                routers.Add(Checked(fitter, router));
            uses[fitter.Name] = Math.Max(router?.ValidationUses ?? 0, context.ProfitCalls);
            notes.AddRange(context.Notes);
        }

        return new FittedRouters(routers, uses, notes);
    }

    private IEnumerable<(IRouterFitter Fitter, Parameters Options)> Fitters()
    {
        var routers = configuration.Routers;
        if (routers.AsNeeded is { } asNeeded)
            yield return (new AsNeededRouterFitter(asNeeded), Parameters.None);
        if (routers.WithReplacement is { } withReplacement)
            yield return (new SelectionRouterFitter(withReplacement), Parameters.None);
        if (routers.Soup is { } soup)
            yield return (new SoupRouterFitter(soup), Parameters.None);
        foreach (var other in routers.Others)
            yield return (configuration.Extensions.Get<IRouterFitter>(other.Name), other.Parameters);
    }

    private static FittedRouter Checked(IRouterFitter fitter, FittedRouter router) =>
        router.State is null || router.State.Name == fitter.Name
            ? router
            : throw new InvalidOperationException(
                $"The router fitter {fitter.Name} returned the state of {router.State.Name}, expected its own name.");
}
