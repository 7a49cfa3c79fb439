using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Trees;

namespace AlphaMix.Core.Pools;

/// <summary>
/// A trained pool: groups of experts, the scaler of their inputs, the routers that mix them, and the manifest. Immutable and safe to share
/// between threads. <c>PoolArtifact</c> reads and writes it.
/// </summary>
public sealed class Pool
{
    private readonly Dictionary<string, IRouter> _routers;

    /// <summary>Initializes a new instance of the <see cref="Pool"/> class.</summary>
    /// <param name="manifest">Spans, features, label, rule, and a record of each part.</param>
    /// <param name="scaler">The fitted scaler.</param>
    /// <param name="groups">The groups, in the order of the manifest's records.</param>
    /// <param name="asNeeded">The as-needed routers' parameters, given exactly when the manifest has a record of them.</param>
    /// <param name="soup">The soup, given exactly when the manifest has a record of it.</param>
    /// <param name="addedRouters">Routers from outside the library, as the manifest has them; null for none.</param>
    /// <param name="forecasters">Forecasters, as the manifest has them; null for none.</param>
    /// <param name="treeGroups">Tree groups, in the order of the manifest's records; null for none.</param>
    /// <exception cref="ArgumentException">
    /// A part is missing, unrecorded, or differs from its record, or two routers or forecasters have one name.
    /// </exception>
    public Pool(
        PoolManifest manifest,
        Scaler scaler,
        IReadOnlyList<ExpertGroup> groups,
        AsNeededParameters? asNeeded = null,
        ExpertGroup? soup = null,
        IReadOnlyList<Fitted<IRouter>>? addedRouters = null,
        IReadOnlyList<Fitted<IForecaster>>? forecasters = null,
        IReadOnlyList<TreeGroup>? treeGroups = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != manifest.Groups.Count)
            throw new ArgumentException($"The manifest has {manifest.Groups.Count} groups, found {groups.Count}.", nameof(groups));
        if ((asNeeded is null) != (manifest.AsNeeded is null) || (soup is null) != (manifest.Soup is null))
            throw new ArgumentException("The as-needed routers and the soup must be given exactly when the manifest has a record of them.");
        TreeGroups = [.. treeGroups ?? []];
        if (TreeGroups.Count != manifest.TreeGroups.Count
            || !manifest.TreeGroups.Zip(TreeGroups).All(pair => pair.First.Describes(pair.Second)))
            throw new ArgumentException(
                $"The manifest has {manifest.TreeGroups.Count} tree groups, found {TreeGroups.Count}; trees, nodes and start must be the "
                    + "same.",
                nameof(treeGroups));
        Manifest = manifest;
        Scaler = scaler;
        Groups = groups;
        Members = [.. groups, .. TreeGroups];
        AsNeeded = asNeeded;
        Soup = soup;
        AddedRouters = [.. addedRouters ?? []];
        Forecasters = [.. forecasters ?? []];
        RequireDescribed("routers", manifest.Routers, AddedRouters);
        RequireDescribed("forecasters", manifest.Forecasters, Forecasters);
        _routers = new Dictionary<string, IRouter>(StringComparer.Ordinal);
        foreach (var router in AllRouters())
        {
            if (!_routers.TryAdd(router.Name, router))
                throw new ArgumentException($"Found two routers or forecasters {router.Name}, expected each name once.");
        }

        Routers = RouterNames.Sort(_routers.Keys);
    }

    /// <summary>Gets the manifest: spans, features, label, rule, and a record of each part.</summary>
    public PoolManifest Manifest { get; }

    /// <summary>Gets the scaler that rows pass before they reach a group or router.</summary>
    public Scaler Scaler { get; }

    /// <summary>Gets the groups of networks, in the order of the manifest's records.</summary>
    public IReadOnlyList<ExpertGroup> Groups { get; }

    /// <summary>Gets the tree groups, in the order of the manifest's records; most pools have none.</summary>
    public IReadOnlyList<TreeGroup> TreeGroups { get; }

    /// <summary>Gets all that V averages and R and W choose from: the groups of networks, then the tree groups.</summary>
    public IReadOnlyList<IGroup> Members { get; }

    /// <summary>Gets the parameters of the as-needed routers R; null without them.</summary>
    public AsNeededParameters? AsNeeded { get; }

    /// <summary>Gets the soup S, one group whose parameters are the mean of several; null without it.</summary>
    public ExpertGroup? Soup { get; }

    /// <summary>Gets the routers from outside the library with their fitted states, in the order of the manifest.</summary>
    public IReadOnlyList<Fitted<IRouter>> AddedRouters { get; }

    /// <summary>Gets the forecasters with their fitted states, in the order of the manifest.</summary>
    public IReadOnlyList<Fitted<IForecaster>> Forecasters { get; }

    /// <summary>
    /// Gets the names of all routers and forecasters: the paper's that the pool has, V always, then the others in ordinal order.
    /// </summary>
    public IReadOnlyList<string> Routers { get; }

    /// <summary>Returns the same pool with another manifest, such as one with another portfolio rule.</summary>
    /// <param name="manifest">A manifest with records of the same groups, routers and forecasters.</param>
    /// <exception cref="ArgumentException">The manifest's records do not fit the parts.</exception>
    public Pool With(PoolManifest manifest) => new(manifest, Scaler, Groups, AsNeeded, Soup, AddedRouters, Forecasters, TreeGroups);

    /// <summary>Returns a router, or a forecaster in a router's place.</summary>
    /// <param name="name">One of <see cref="Routers"/>, in its exact case (<see cref="RouterNames.Find"/> ignores it).</param>
    /// <exception cref="ArgumentException">The pool has no router of that name; the message lists those it has.</exception>
    public IRouter Router(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _routers.TryGetValue(name, out var router)
            ? router
            : throw new ArgumentException($"This pool has no router {name}; it has {string.Join(", ", Routers)}.", nameof(name));
    }

    private IEnumerable<IRouter> AllRouters()
    {
        yield return MixtureRouter.Average(Members);
        if (AsNeeded is not null)
            yield return new AsNeededRouter(Manifest.AsNeeded!.Groups.Select(g => Members[g]), AsNeeded, Manifest.AsNeeded.Groups);
        if (Manifest.Selection is { } selection)
            yield return new MixtureRouter(RouterNames.Selection, Members, selection.Groups, selection.MixtureWeights);
        if (Soup is not null)
            yield return new SoupRouter(Soup);
        foreach (var (state, router) in AddedRouters)
            yield return router.Name == state.Name ? router : throw Misnamed(state, router.Name);
        foreach (var (state, forecaster) in Forecasters)
            yield return forecaster.Name == state.Name ? new ForecasterRouter(forecaster) : throw Misnamed(state, forecaster.Name);
    }

    private static void RequireDescribed<T>(string what, IReadOnlyList<ExtensionRecord> records, IReadOnlyList<Fitted<T>> items)
        where T : class
    {
        if (records.Count != items.Count || !records.Zip(items).All(pair => pair.First.Describes(pair.Second.State)))
            throw new ArgumentException(
                $"The manifest has the {what} [{string.Join(", ", records.Select(record => record.Name))}], "
                + $"found [{string.Join(", ", items.Select(item => item.State.Name))}]; names, versions, parameters and tensor shapes "
                + $"must be the same.");
    }

    private static ArgumentException Misnamed(FittedState state, string name) =>
        new($"Found the name {name}, expected {state.Name}, under which it is registered.");
}
