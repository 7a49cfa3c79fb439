using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Pools;

/// <summary>A trained pool: groups, scaler, routers, and what is known of them. Immutable and safe to share.</summary>
public sealed class Pool
{
    private readonly Dictionary<string, IRouter> _routers;

    /// <summary>Initializes a new instance of the <see cref="Pool"/> class.</summary>
    /// <param name="manifest">What is known of the pool.</param>
    /// <param name="scaler">The fitted scaler.</param>
    /// <param name="groups">The groups, as many as the manifest has records.</param>
    /// <param name="asNeeded">The as-needed routers' parameters, given exactly when the manifest has a record of them.</param>
    /// <param name="soup">The soup, given exactly when the manifest has a record of it.</param>
    /// <param name="addedRouters">Routers from outside the library, as the manifest has them; null for none.</param>
    /// <param name="forecasters">Forecasters, as the manifest has them; null for none.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other, or two routers have one name.</exception>
    public Pool(
        PoolManifest manifest,
        Scaler scaler,
        IReadOnlyList<ExpertGroup> groups,
        AsNeededParameters? asNeeded = null,
        ExpertGroup? soup = null,
        IReadOnlyList<Fitted<IRouter>>? addedRouters = null,
        IReadOnlyList<Fitted<IForecaster>>? forecasters = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != manifest.Groups.Count)
            throw new ArgumentException($"The manifest has {manifest.Groups.Count} groups, found {groups.Count}.", nameof(groups));
        if ((asNeeded is null) != (manifest.AsNeeded is null) || (soup is null) != (manifest.Soup is null))
            throw new ArgumentException("The as-needed routers and the soup must be given exactly when the manifest has a record of them.");
        Manifest = manifest;
        Scaler = scaler;
        Groups = groups;
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

    /// <summary>Gets what is known of the pool.</summary>
    public PoolManifest Manifest { get; }

    /// <summary>Gets the scaler.</summary>
    public Scaler Scaler { get; }

    /// <summary>Gets the groups.</summary>
    public IReadOnlyList<ExpertGroup> Groups { get; }

    /// <summary>Gets the as-needed routers' parameters, if any.</summary>
    public AsNeededParameters? AsNeeded { get; }

    /// <summary>Gets the soup, if any.</summary>
    public ExpertGroup? Soup { get; }

    /// <summary>Gets the routers from outside the library, with what they learned; in the order of the manifest.</summary>
    public IReadOnlyList<Fitted<IRouter>> AddedRouters { get; }

    /// <summary>Gets the forecasters, with what they learned; in the order of the manifest.</summary>
    public IReadOnlyList<Fitted<IForecaster>> Forecasters { get; }

    /// <summary>
    /// Gets the names of all routers and forecasters: the paper's that the pool has, V always, then the others in ordinal order.
    /// </summary>
    public IReadOnlyList<string> Routers { get; }

    /// <summary>Returns the same pool with another manifest of the same groups, routers and forecasters.</summary>
    public Pool With(PoolManifest manifest) => new(manifest, Scaler, Groups, AsNeeded, Soup, AddedRouters, Forecasters);

    /// <summary>Returns a router, or a forecaster in a router's place.</summary>
    /// <param name="name">One of <see cref="Routers"/>.</param>
    /// <exception cref="ArgumentException">The pool has none of the name.</exception>
    public IRouter Router(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _routers.TryGetValue(name, out var router)
            ? router
            : throw new ArgumentException($"This pool has no router {name}; it has {string.Join(", ", Routers)}.", nameof(name));
    }

    private IEnumerable<IRouter> AllRouters()
    {
        yield return MixtureRouter.Average(Groups);
        if (AsNeeded is not null)
            yield return new AsNeededRouter(Manifest.AsNeeded!.Groups.Select(g => Groups[g]), AsNeeded, Manifest.AsNeeded.Groups);
        if (Manifest.Selection is { } selection)
            yield return new MixtureRouter(RouterNames.Selection, Groups, selection.Groups, selection.MixtureWeights);
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
