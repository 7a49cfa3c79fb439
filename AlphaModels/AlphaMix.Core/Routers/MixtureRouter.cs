using AlphaMix.Core.Experts;

namespace AlphaMix.Core.Routers;

/// <summary>A fixed mixture of groups: V (equal mixture weights), W (selected ones) and S (the soup alone).</summary>
public sealed class MixtureRouter : IRouter
{
    private readonly ExpertGroup[] _groups;
    private readonly float[] _mixtureWeights;

    /// <summary>Initializes a new instance of the <see cref="MixtureRouter"/> class.</summary>
    /// <param name="kind">What the mixture is called.</param>
    /// <param name="groups">The groups, at least one.</param>
    /// <param name="mixtureWeights">One a group; non-negative, sum 1 (within 1e-5).</param>
    /// <exception cref="ArgumentException">No group, or mixture weights that do not fit.</exception>
    public MixtureRouter(RouterKind kind, IEnumerable<ExpertGroup> groups, IEnumerable<float> mixtureWeights)
    {
        Kind = kind;
        _groups = [.. groups];
        _mixtureWeights = [.. mixtureWeights];
        if (_groups.Length == 0 || _groups.Length != _mixtureWeights.Length)
            throw new ArgumentException(
                $"Router {kind}: found {_groups.Length} groups and {_mixtureWeights.Length} mixture weights, expected as many of each and at least one.");
        var sum = 0.0;
        foreach (var weight in _mixtureWeights)
            sum += weight >= 0 ? weight : double.NaN;
        if (!(Math.Abs(sum - 1) < 1e-5))
            throw new ArgumentException($"Router {kind}: mixture weights must be non-negative with sum 1, found [{string.Join(", ", _mixtureWeights)}].");
    }

    /// <inheritdoc/>
    public RouterKind Kind { get; }

    /// <summary>Gets the mixture weights, one a group.</summary>
    public IReadOnlyList<float> MixtureWeights => _mixtureWeights;

    /// <summary>Gives the vanilla router: the mean of all groups.</summary>
    public static MixtureRouter Average(IReadOnlyCollection<ExpertGroup> groups) =>
        new(RouterKind.V, groups, Enumerable.Repeat(1f / groups.Count, groups.Count));

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
            experts += _groups[g].Shape.Experts;
        }

        Experts.Logits.ToProbabilities(mean, probabilities);
        expertsAsked.Fill(experts);
    }
}
