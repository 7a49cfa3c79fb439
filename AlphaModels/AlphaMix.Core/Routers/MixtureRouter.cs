using AlphaMix.Core.Experts;

namespace AlphaMix.Core.Routers;

/// <summary>
/// Mixes logits of groups with fixed mixture weights: V takes all groups equally, W selected ones (paper, sections 4 and 4.2).
/// </summary>
public sealed class MixtureRouter : IRouter, IGroupMixture
{
    private readonly IGroup[] _groups;
    private readonly float[] _mixtureWeights;
    private readonly GroupShare[] _shares;

    /// <summary>Initializes a new instance of the <see cref="MixtureRouter"/> class.</summary>
    /// <param name="name">The router's name, not blank.</param>
    /// <param name="pool">All groups of the pool.</param>
    /// <param name="groups">Indices of the groups that are mixed, at least one.</param>
    /// <param name="mixtureWeights">One a group that is mixed; non-negative, sum 1 (within 1e-5).</param>
    /// <exception cref="ArgumentException">No group, an index outside the pool, or mixture weights that do not fit.</exception>
    public MixtureRouter(string name, IReadOnlyList<IGroup> pool, IReadOnlyList<int> groups, IEnumerable<float> mixtureWeights)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(groups);
        Name = name;
        _mixtureWeights = [.. mixtureWeights];
        if (groups.Count == 0 || groups.Count != _mixtureWeights.Length || groups.Any(group => group < 0 || group >= pool.Count))
            throw new ArgumentException(
                $"Router {name}: found the groups [{string.Join(", ", groups)}] and {_mixtureWeights.Length} mixture weights, "
                + $"expected as many of each, at least one, and groups from 0 to {pool.Count - 1}.");
        var sum = 0.0;
        foreach (var weight in _mixtureWeights)
            sum += weight >= 0 ? weight : double.NaN;
        if (!(Math.Abs(sum - 1) < 1e-5))
            throw new ArgumentException(
                $"Router {name}: mixture weights must be non-negative with sum 1, found [{string.Join(", ", _mixtureWeights)}].");
        _groups = [.. groups.Select(group => pool[group])];
        _shares = [.. groups.Zip(_mixtureWeights, (group, weight) => new GroupShare(group, weight))];
    }

    private MixtureRouter(IReadOnlyList<IGroup> pool)
        : this(RouterNames.Average, pool, [.. Enumerable.Range(0, pool.Count)], Enumerable.Repeat(1f / pool.Count, pool.Count)) =>
        _shares = [.. Enumerable.Range(0, pool.Count).Select(group => new GroupShare(group, 1.0 / pool.Count))];

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Gets the mixture weights, one a group that is mixed; sum 1.</summary>
    public IReadOnlyList<float> MixtureWeights => _mixtureWeights;

    /// <summary>Creates the vanilla router V: the mean of all groups.</summary>
    /// <param name="pool">All groups of the pool, at least one.</param>
    /// <exception cref="ArgumentException">There is no group.</exception>
    public static MixtureRouter Average(IReadOnlyList<IGroup> pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new MixtureRouter(pool);
    }

    /// <inheritdoc/>
    public void Score(
        ReadOnlySpan<float> rows,
        ReadOnlySpan<int> offsets,
        Span<float> probabilities,
        Span<int> expertsAsked,
        RouterScratch scratch)
    {
        var mean = scratch.Mean(offsets.Length);
        var logits = scratch.Logits(offsets.Length);
        mean.Clear();
        var experts = 0;
        for (var g = 0; g < _groups.Length; g++)
        {
            if (_mixtureWeights[g] == 0)
                continue;
            _groups[g].Logits(rows, offsets, logits, scratch.Groups);
            for (var i = 0; i < mean.Length; i++)
                mean[i] = MathF.FusedMultiplyAdd(_mixtureWeights[g], logits[i], mean[i]);
            experts += _groups[g].Experts;
        }

        Logits.ToProbabilities(mean, probabilities);
        expertsAsked.Fill(experts);
    }

    /// <inheritdoc/>
    public IReadOnlyList<GroupShare> Shares(ReadOnlySpan<float> window, int expertsAsked) => _shares;
}
