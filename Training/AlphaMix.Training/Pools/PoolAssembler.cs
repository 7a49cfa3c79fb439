using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Trees;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Routers;
using AlphaMix.Training.Scoring;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Pools;

/// <summary>Puts a pool together from what was trained and fitted, with its manifest.</summary>
/// <param name="configuration">The run's configuration.</param>
internal sealed class PoolAssembler(TrainingConfiguration configuration)
{
    /// <summary>Puts the pool together.</summary>
    /// <param name="data">The run's data.</param>
    /// <param name="trained">The pool's groups.</param>
    /// <param name="trees">Its tree groups.</param>
    /// <param name="routers">The routers fitted on them.</param>
    /// <param name="forecasters">The forecasters trained beside them.</param>
    /// <param name="searched">Number of groups of the search.</param>
    public Pool Assemble(
        TrainingData data,
        TrainedGroup[] trained,
        TrainedTrees[] trees,
        FittedRouters routers,
        IReadOnlyList<TrainedForecaster> forecasters,
        int searched)
    {
        var groups = Array.ConvertAll(trained, group => new ExpertGroup(group.Record.Shape, group.Parameters));
        TreeGroup[] treeGroups = Array.ConvertAll(trees, each => each.Group);
        IGroup[] members = [.. groups, .. treeGroups];
        FittedState[] states = [.. forecasters.Select(forecaster => forecaster.State)];
        var manifest = Manifest(data, members) with
        {
            Groups = Array.ConvertAll(trained, group => group.Record),
            TreeGroups = Array.ConvertAll(trees, each => each.Record),
            AsNeeded = routers.Find<AsNeededRouterFitter.Fitted>()?.Record,
            Selection = routers.Find<SelectionRouterFitter.Fitted>()?.Record,
            Soup = routers.Find<SoupRouterFitter.Fitted>()?.Record,
            Routers = [.. routers.States.Select(ExtensionRecord.From)],
            Forecasters = [.. states.Select(ExtensionRecord.From)],
            ValidationUses = Uses(trained.Length, routers, forecasters, searched)
        };
        return new Pool(
            manifest,
            data.Scaler,
            groups,
            routers.Find<AsNeededRouterFitter.Fitted>()?.Parameters,
            routers.Find<SoupRouterFitter.Fitted>()?.Group,
            [.. routers.States.Select(state => Created<IRouter, RouterFactory>(state, create => create(state, members)))],
            [.. states.Select(state => Created<IForecaster, ForecasterFactory>(state, create => create(state, data.Panel.Spec)))],
            treeGroups);
    }

    private PoolManifest Manifest(TrainingData data, IGroup[] members)
    {
        var priorWeight = configuration.Portfolio.ScorePriorWeight();
        return new PoolManifest
        {
            LibraryVersion = typeof(Pool).Assembly.GetName().Version!.ToString(3),
            Features = data.Panel.Spec,
            Scaler = data.Scaler.Kind,
            Normalization = "Adjusted",
            Label = configuration.LabelSpec,
            Universe = data.Universe,
            TrainedFrom = data.Training.Min(sample => sample.Day),
            TrainedTo = data.Training.Max(sample => sample.Day),
            ValidatedFrom = data.Validation.Min(sample => sample.Day),
            ValidatedTo = data.Validation.Max(sample => sample.Day),
            FittedThrough = data.FittedThrough,
            BarsFingerprint = BarsFingerprint.Compute(data.Panel.Series, data.FittedThrough),
            Seed = configuration.Seed,
            Groups = [],
            TopK = configuration.Portfolio.TopK,
            Rule = TurnoverMeter.Measure(
                configuration.Portfolio.CreateRule(configuration.Extensions), MixtureRouter.Average(members), priorWeight,
                configuration.LabelSpec, data,
                configuration.Split),
            PriorWeight = priorWeight,
            ValidationUses = new Dictionary<string, int>()
        };
    }

    private Fitted<T> Created<T, TFactory>(FittedState state, Func<TFactory, T> create)
        where T : class
        where TFactory : class => new(state, create(configuration.Extensions.Get<TFactory>(state.Name)));

    /// <summary>Counts how often the validation span was used; extensions are among the purposes only where there are any.</summary>
    private SortedDictionary<string, int> Uses(
        int groups, FittedRouters routers, IReadOnlyList<TrainedForecaster> forecasters, int searched)
    {
        var training = configuration.Training;
        var uses = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            [RouterNames.AsNeeded] = routers.Uses.GetValueOrDefault(RouterNames.AsNeeded),
            [RouterNames.Soup] = routers.Uses.GetValueOrDefault(RouterNames.Soup),
            [RouterNames.Selection] = routers.Uses.GetValueOrDefault(RouterNames.Selection),
            ["calibration"] = 0,
            ["epochs"] = training.BestEpoch == EpochRule.Last ? 0 : (searched + groups) * training.Epochs,
            ["topK"] = searched
        };
        foreach (var (name, count) in routers.Uses.Where(use => !RouterNames.Paper.Contains(use.Key)))
            uses[$"routers.{name}"] = count;
        foreach (var forecaster in forecasters)
            uses[$"forecasters.{forecaster.State.Name}"] = forecaster.ValidationUses;
        return uses;
    }
}
