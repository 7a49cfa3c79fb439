using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Forecasters;

/// <summary>Averages the logits of networks, then takes the softmax.</summary>
/// <param name="members">The networks.</param>
/// <param name="mixtureWeights">Their mixture weights, which sum to 1; null for equal ones.</param>
internal sealed class MeanLogits(IReadOnlyList<ExpertGroup> members, IReadOnlyList<float>? mixtureWeights = null) : IFittedBaseline, ISized
{
    private readonly InferenceScratch _scratch = new();

    /// <summary>Gets the networks.</summary>
    public IReadOnlyList<ExpertGroup> Members => members;

    /// <inheritdoc/>
    /// <remarks>Slow weights and biases: the fast vectors of a plain perceptron are frozen at one.</remarks>
    public long ParameterCount => members.Sum(member => member.Layout.Layers.Sum(layer => (long)(layer.Inputs + 1) * layer.Outputs));

    /// <inheritdoc/>
    public void Forecast(float[] rows, ReadOnlySpan<int> offsets, Span<float> probabilities)
    {
        var sum = new float[GroupShape.Outputs * offsets.Length];
        var one = new float[sum.Length];
        for (var m = 0; m < members.Count; m++)
        {
            members[m].Logits(rows, offsets, one, _scratch);
            var share = mixtureWeights?[m] ?? 1f / members.Count;
            for (var i = 0; i < sum.Length; i++)
                sum[i] += share * one[i];
        }

        Logits.ToProbabilities(sum, probabilities);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
