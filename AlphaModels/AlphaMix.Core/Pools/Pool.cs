using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Pools;

/// <summary>A trained pool: groups, scaler, routers, and what is known of them. Immutable and safe to share.</summary>
public sealed class Pool
{
    private readonly Dictionary<RouterKind, IRouter> _routers;

    /// <summary>Initializes a new instance of the <see cref="Pool"/> class.</summary>
    /// <param name="manifest">What is known of the pool.</param>
    /// <param name="scaler">The fitted scaler.</param>
    /// <param name="groups">The groups, as many as the manifest has records.</param>
    /// <param name="asNeeded">The as-needed routers' parameters, given exactly when the manifest has a record of them.</param>
    /// <param name="soup">The soup, given exactly when the manifest has a record of it.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other.</exception>
    public Pool(
        PoolManifest manifest,
        Scaler scaler,
        IReadOnlyList<ExpertGroup> groups,
        AsNeededParameters? asNeeded = null,
        ExpertGroup? soup = null)
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
        _routers = new Dictionary<RouterKind, IRouter> { [RouterKind.V] = MixtureRouter.Average(groups) };
        if (asNeeded is not null)
            _routers[RouterKind.R] = new AsNeededRouter(manifest.AsNeeded!.Groups.Select(g => groups[g]), asNeeded);
        if (manifest.Selection is { } selection)
            _routers[RouterKind.W] = new MixtureRouter(RouterKind.W, selection.Groups.Select(g => groups[g]), selection.MixtureWeights);
        if (soup is not null)
            _routers[RouterKind.S] = new MixtureRouter(RouterKind.S, [soup], [1f]);
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

    /// <summary>Gets the kinds of router the pool has; V always.</summary>
    public IEnumerable<RouterKind> Routers => _routers.Keys.Order();

    /// <summary>Gives the same pool with another manifest of the same groups and routers.</summary>
    public Pool With(PoolManifest manifest) => new(manifest, Scaler, Groups, AsNeeded, Soup);

    /// <summary>Gives a router.</summary>
    /// <exception cref="ArgumentException">The pool has no such router.</exception>
    public IRouter Router(RouterKind kind) =>
        _routers.TryGetValue(kind, out var router)
            ? router
            : throw new ArgumentException($"This pool has no router {kind}; it has {string.Join(", ", Routers)}.", nameof(kind));
}
