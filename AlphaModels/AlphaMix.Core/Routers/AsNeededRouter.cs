using AlphaMix.Core.Experts;

namespace AlphaMix.Core.Routers;

/// <summary>
/// The router R: asks one group after another, and stops for a sample when the router behind the groups asked so far turns no further one
/// on (paper, section 4.1, Eq. 7; threshold 0.5). P(up) is that of the mean logits of the groups asked.
/// </summary>
public sealed class AsNeededRouter : IRouter, IGroupMixture
{
    private readonly IGroup[] _groups;
    private readonly int[] _indices;

    /// <summary>Initializes a new instance of the <see cref="AsNeededRouter"/> class.</summary>
    /// <param name="groups">The groups in the order in which they are asked, at least one.</param>
    /// <param name="parameters">The routers behind all groups but the last.</param>
    /// <param name="indices">Their indices in the pool, for reports; null where they are the pool, in its order.</param>
    /// <exception cref="ArgumentException">The numbers of groups, routers or parameters do not fit.</exception>
    public AsNeededRouter(IEnumerable<IGroup> groups, AsNeededParameters parameters, IReadOnlyList<int>? indices = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _groups = [.. groups];
        _indices = [.. indices ?? [.. Enumerable.Range(0, _groups.Length)]];
        Require("indices", _indices.Length, _groups.Length);
        Parameters = parameters;
        Require("routers", parameters.Routers, _groups.Length - 1);
        Require("values of W1", parameters.EmbeddingWeights.Length, AsNeededParameters.EmbeddingSize * parameters.InputSize);
        Require("biases of W1", parameters.EmbeddingBias.Length, AsNeededParameters.EmbeddingSize);
        Require("values of W2", parameters.OutputWeights.Length, AsNeededParameters.OutputInputs * parameters.Routers);
        Require("biases of W2", parameters.OutputBias.Length, parameters.Routers);
    }

    /// <inheritdoc/>
    public string Name => RouterNames.AsNeeded;

    /// <summary>Gets the routers' parameters.</summary>
    public AsNeededParameters Parameters { get; }

    /// <inheritdoc/>
    public void Score(
        ReadOnlySpan<float> rows,
        ReadOnlySpan<int> offsets,
        Span<float> probabilities,
        Span<int> expertsAsked,
        RouterScratch scratch)
    {
        var samples = offsets.Length;
        var mean = scratch.Mean(samples);
        var logits = scratch.Logits(samples);
        var embeddings = scratch.Embedding(samples * AsNeededParameters.EmbeddingSize);
        var active = scratch.Active(samples);
        var activeOffsets = scratch.ActiveOffsets(samples);
        mean.Clear();
        expertsAsked.Clear();
        offsets.CopyTo(activeOffsets);
        for (var i = 0; i < samples; i++)
            active[i] = i;
        if (Parameters.Routers > 0)
            AsNeededEmbedding.Compute(Parameters, rows, offsets, embeddings);

        var count = samples;
        for (var k = 0; k < _groups.Length && count > 0; k++)
        {
            _groups[k].Logits(rows, activeOffsets[..count], logits[..(GroupShape.Outputs * count)], scratch.Groups);
            for (var a = 0; a < count; a++)
                Include(logits.Slice(2 * a, 2), k, mean.Slice(2 * active[a], 2), ref expertsAsked[active[a]]);
            if (k < Parameters.Routers)
                count = KeepUndecided(k, count, active, activeOffsets, mean, embeddings);
        }

        Experts.Logits.ToProbabilities(mean, probabilities);
    }

    /// <inheritdoc/>
    /// <remarks>The groups asked are the first whose experts add up to those asked; the answer is their mean.</remarks>
    public IReadOnlyList<GroupShare> Shares(ReadOnlySpan<float> window, int expertsAsked)
    {
        var (count, left) = (0, expertsAsked);
        while (count < _groups.Length && left > 0)
            left -= _groups[count++].Experts;
        return [.. _indices.Take(count).Select(group => new GroupShare(group, 1.0 / count))];
    }

    /// <summary>Adds the logits of group k to the running mean of a sample.</summary>
    private void Include(ReadOnlySpan<float> logits, int k, Span<float> mean, ref int expertsAsked)
    {
        for (var j = 0; j < GroupShape.Outputs; j++)
            mean[j] += (logits[j] - mean[j]) / (k + 1);
        expertsAsked += _groups[k].Experts;
    }

    private int KeepUndecided(
        int k, int count, Span<int> active, Span<int> activeOffsets, ReadOnlySpan<float> mean, ReadOnlySpan<float> embeddings)
    {
        var kept = 0;
        for (var a = 0; a < count; a++)
        {
            var sample = active[a];
            var embedding = embeddings.Slice(sample * AsNeededParameters.EmbeddingSize, AsNeededParameters.EmbeddingSize);
            if (!AsNeededEmbedding.AsksOn(Parameters, k, embedding, mean.Slice(2 * sample, 2)))
                continue;
            active[kept] = sample;
            activeOffsets[kept++] = activeOffsets[a];
        }

        return kept;
    }

    private static void Require(string what, int found, int expected)
    {
        if (found != expected)
            throw new ArgumentException($"As-needed router: found {found} {what}, expected {expected}.");
    }
}
