using System.Runtime.CompilerServices;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Core.Experts;

/// <summary>
/// One expert as a plain network: per layer the dense matrix diag(r_i) W diag(s_i) and the bias b o s_i + b_i. Immutable.
/// </summary>
internal sealed class DenseExpert
{
    private readonly GroupShape _shape;
    private readonly AlignedFloats[] _matrices;
    private readonly float[][] _biases;
    private readonly float[] _headColumns;

    /// <summary>Initializes a new instance of the <see cref="DenseExpert"/> class.</summary>
    /// <param name="layout">Layout of the group.</param>
    /// <param name="parameters">The group's parameters.</param>
    /// <param name="expert">Which expert, from 0.</param>
    public DenseExpert(GroupLayout layout, ReadOnlySpan<float> parameters, int expert)
    {
        _shape = layout.Shape;
        _matrices = new AlignedFloats[layout.Layers.Length];
        _biases = new float[layout.Layers.Length][];
        for (var l = 0; l < _matrices.Length; l++)
        {
            _matrices[l] = FoldedMatrix(layout.Layers[l], parameters, expert);
            _biases[l] = FoldedBias(layout.Layers[l], parameters, expert);
        }

        _headColumns = Transposed(_matrices[^1].Span, _shape.HiddenSize, GroupShape.Outputs);
    }

    /// <summary>Computes the logits of up to a chunk of samples.</summary>
    /// <param name="rows">Scaled feature rows.</param>
    /// <param name="offsets">Per sample, where its window starts.</param>
    /// <param name="logits">Receives the logits (samples x 2).</param>
    /// <param name="input">Working memory (samples x hidden size).</param>
    /// <param name="output">Working memory (samples x hidden size).</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Logits(
        ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> logits, Span<float> input, Span<float> output)
    {
        var hidden = _shape.HiddenSize;
        MatrixProduct.MultiplyGathered(rows, offsets, _matrices[0].Span, output, _shape.InputSize, hidden);
        BiasActivation.AddLeaky(output, _biases[0], ExpertGroup.LeakySlope);
        for (var l = 1; l < _shape.HiddenLayers; l++)
        {
            var previous = output;
            output = input;
            input = previous;
            MatrixProduct.Multiply(input, _matrices[l].Span, output, offsets.Length, hidden, hidden);
            BiasActivation.AddLeaky(output, _biases[l], ExpertGroup.LeakySlope);
        }

        var bias = _biases[^1];
        LaneDot.TwoColumns(output, _headColumns, logits, hidden, SimdWidths.Best);
        for (var i = 0; i < offsets.Length; i++)
        {
            logits[2 * i] += bias[0];
            logits[2 * i + 1] += bias[1];
        }
    }

    private static AlignedFloats FoldedMatrix(LayerLayout layer, ReadOnlySpan<float> parameters, int expert)
    {
        var folded = new AlignedFloats(layer.Inputs * layer.Outputs);
        var target = folded.Span;
        parameters.Slice(layer.SlowWeights, target.Length).CopyTo(target);
        if (!layer.IsEnsembled)
            return folded;
        var r = parameters.Slice(layer.InputFast + expert * layer.Inputs, layer.Inputs);
        var s = parameters.Slice(layer.OutputFast + expert * layer.Outputs, layer.Outputs);
        for (var k = 0; k < layer.Inputs; k++)
            for (var j = 0; j < layer.Outputs; j++)
                target[k * layer.Outputs + j] *= r[k] * s[j];
        return folded;
    }

    private static float[] FoldedBias(LayerLayout layer, ReadOnlySpan<float> parameters, int expert)
    {
        var folded = parameters.Slice(layer.Bias, layer.Outputs).ToArray();
        if (!layer.IsEnsembled)
            return folded;
        var s = parameters.Slice(layer.OutputFast + expert * layer.Outputs, layer.Outputs);
        var own = parameters.Slice(layer.ExpertBias + expert * layer.Outputs, layer.Outputs);
        for (var j = 0; j < folded.Length; j++)
            folded[j] = MathF.FusedMultiplyAdd(folded[j], s[j], own[j]);
        return folded;
    }

    private static float[] Transposed(ReadOnlySpan<float> matrix, int rows, int columns)
    {
        var transposed = new float[rows * columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                transposed[j * rows + i] = matrix[i * columns + j];
        return transposed;
    }
}
