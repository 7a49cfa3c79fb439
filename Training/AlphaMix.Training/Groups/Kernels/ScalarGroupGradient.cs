using System.Numerics;
using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>
/// Loss and gradient of a mini-batch, one sample after the other in plain loops: the definition of what the trainers compute, and the
/// oracle of their tests. In <c>double</c> it is compared with numeric derivatives. Not for speed.
/// </summary>
/// <typeparam name="T">The number type: <c>float</c> or <c>double</c>.</typeparam>
internal sealed class ScalarGroupGradient<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Slope = T.CreateChecked(ExpertGroup.LeakySlope);

    private readonly GroupLayout _layout;
    private readonly TrainingSamples _samples;
    private readonly LossKind _loss;

    // Per layer, of the sample at hand: its input x, x o r, xW + b, and the layer's output before the activation.
    private readonly T[][] _input;
    private readonly T[][] _scaled;
    private readonly T[][] _shared;
    private readonly T[][] _output;

    /// <summary>Initializes a new instance of the <see cref="ScalarGroupGradient{T}"/> class.</summary>
    /// <param name="layout">Layout of the group.</param>
    /// <param name="samples">The training samples.</param>
    /// <param name="loss">How the experts' losses are combined.</param>
    public ScalarGroupGradient(GroupLayout layout, TrainingSamples samples, LossKind loss)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _layout = layout;
        _samples = samples;
        _loss = loss;
        _input = [.. layout.Layers.Select(layer => new T[layer.Inputs])];
        _scaled = [.. layout.Layers.Select(layer => new T[layer.Inputs])];
        _shared = [.. layout.Layers.Select(layer => new T[layer.Outputs])];
        _output = [.. layout.Layers.Select(layer => new T[layer.Outputs])];
    }

    /// <summary>Computes losses and gradient.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="batch">The samples of the mini-batch; for Eq. 6, expert i owns the i-th of M consecutive, equal parts.</param>
    /// <param name="gradient">Receives the derivative of the mean cross-entropy over the batch, in the order of the parameters.</param>
    /// <param name="losses">Receives the mean cross-entropy of each expert's part; for Eq. 5, in [0], that of the batch.</param>
    public void Compute(ReadOnlySpan<T> parameters, ReadOnlySpan<int> batch, Span<T> gradient, Span<double> losses)
    {
        gradient.Clear();
        if (_loss == LossKind.Individual)
            Individual(parameters, batch, gradient, losses);
        else
            Collaborative(parameters, batch, gradient, losses);
    }

    // Eq. 6: each expert answers for its own part of the batch.
    private void Individual(ReadOnlySpan<T> parameters, ReadOnlySpan<int> batch, Span<T> gradient, Span<double> losses)
    {
        var part = batch.Length / _layout.Shape.Experts;
        for (var expert = 0; expert < _layout.Shape.Experts; expert++)
        {
            var sum = new CrossEntropySum();
            foreach (var sample in batch.Slice(expert * part, part))
            {
                var slope = sum.Add(Forward(parameters, sample, expert), _samples.Labels[sample]);
                Backward(parameters, gradient, expert, slope / batch.Length);
            }

            losses[expert] = sum.Total / part;
        }
    }

    // Eq. 5: the mean of all experts' logits answers for every sample of the batch.
    private void Collaborative(ReadOnlySpan<T> parameters, ReadOnlySpan<int> batch, Span<T> gradient, Span<double> losses)
    {
        var experts = _layout.Shape.Experts;
        var sum = new CrossEntropySum();
        foreach (var sample in batch)
        {
            var margin = 0.0;
            for (var expert = 0; expert < experts; expert++)
                margin += Forward(parameters, sample, expert) / experts;
            var slope = sum.Add(margin, _samples.Labels[sample]) / batch.Length / experts;
            for (var expert = 0; expert < experts; expert++)
            {
                Forward(parameters, sample, expert);
                Backward(parameters, gradient, expert, slope);
            }
        }

        losses[0] = sum.Total / batch.Length;
    }

    /// <summary>Returns the margin (logit of "up" minus that of "down") of one expert, and keeps what the way back needs.</summary>
    private double Forward(ReadOnlySpan<T> parameters, int sample, int expert)
    {
        for (var k = 0; k < _samples.WindowSize; k++)
            _input[0][k] = T.CreateChecked(_samples.Rows[_samples.Offsets[sample] + k]);
        for (var l = 0; l < _layout.Layers.Length; l++)
        {
            ForwardLayer(parameters, l, expert);
            if (l == _layout.Layers.Length - 1)
                break;
            for (var j = 0; j < _output[l].Length; j++)
                _input[l + 1][j] = _output[l][j] > T.Zero ? _output[l][j] : _output[l][j] * Slope;
        }

        return double.CreateChecked(_output[^1][1]) - double.CreateChecked(_output[^1][0]);
    }

    private void ForwardLayer(ReadOnlySpan<T> parameters, int l, int expert)
    {
        var layer = _layout.Layers[l];
        for (var k = 0; k < layer.Inputs; k++)
            _scaled[l][k] = layer.IsEnsembled ? _input[l][k] * parameters[layer.InputFast + expert * layer.Inputs + k] : _input[l][k];
        for (var j = 0; j < layer.Outputs; j++)
        {
            var sum = T.Zero;
            for (var k = 0; k < layer.Inputs; k++)
                sum = T.FusedMultiplyAdd(_scaled[l][k], parameters[layer.SlowWeights + k * layer.Outputs + j], sum);
            _shared[l][j] = sum + parameters[layer.Bias + j];
            _output[l][j] = !layer.IsEnsembled
                ? _shared[l][j]
                : T.FusedMultiplyAdd(
                    _shared[l][j],
                    parameters[layer.OutputFast + expert * layer.Outputs + j],
                    parameters[layer.ExpertBias + expert * layer.Outputs + j]);
        }
    }

    /// <summary>Adds one sample's part to the gradient, given the derivative of the loss by its margin.</summary>
    private void Backward(ReadOnlySpan<T> parameters, Span<T> gradient, int expert, double slope)
    {
        var outputSlope = new[] { T.CreateChecked(-slope), T.CreateChecked(slope) };
        for (var l = _layout.Layers.Length - 1; l >= 0; l--)
        {
            var inputSlope = BackwardLayer(parameters, gradient, l, expert, outputSlope);
            if (l == 0)
                break;
            for (var k = 0; k < inputSlope.Length; k++)
                inputSlope[k] *= _output[l - 1][k] > T.Zero ? T.One : Slope;
            outputSlope = inputSlope;
        }
    }

    private T[] BackwardLayer(ReadOnlySpan<T> parameters, Span<T> gradient, int l, int expert, T[] outputSlope)
    {
        var layer = _layout.Layers[l];
        var r = layer.InputFast + expert * layer.Inputs;
        var s = layer.OutputFast + expert * layer.Outputs;
        var ownBias = layer.ExpertBias + expert * layer.Outputs;
        var sharedSlope = (T[])outputSlope.Clone();
        for (var j = 0; j < layer.Outputs; j++)
        {
            if (layer.IsEnsembled)
            {
                gradient[s + j] = T.FusedMultiplyAdd(outputSlope[j], _shared[l][j], gradient[s + j]);
                gradient[ownBias + j] += outputSlope[j];
                sharedSlope[j] *= parameters[s + j];
            }

            gradient[layer.Bias + j] += sharedSlope[j];
        }

        var inputSlope = new T[layer.Inputs];
        for (var k = 0; k < layer.Inputs; k++)
        {
            var sum = T.Zero;
            for (var j = 0; j < layer.Outputs; j++)
            {
                var w = layer.SlowWeights + k * layer.Outputs + j;
                gradient[w] = T.FusedMultiplyAdd(_scaled[l][k], sharedSlope[j], gradient[w]);
                sum = T.FusedMultiplyAdd(sharedSlope[j], parameters[w], sum);
            }

            if (layer.IsEnsembled)
            {
                gradient[r + k] = T.FusedMultiplyAdd(sum, _input[l][k], gradient[r + k]);
                sum *= parameters[r + k];
            }

            inputSlope[k] = sum;
        }

        return inputSlope;
    }
}
