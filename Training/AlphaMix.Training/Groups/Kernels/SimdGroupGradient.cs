using System.Runtime.CompilerServices;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>
/// Loss and gradient of a mini-batch as a few dense products over all experts at once; <see cref="ScalarGroupGradient{T}"/> is the
/// definition. Rows of all matrices: the experts one after the other, each with its samples.
/// </summary>
/// <remarks>
/// The slow weights are shared, so x o r of all experts goes through each layer as one matrix. The first layer, the widest, needs no
/// derivative by its input: with P_i = X_i^T G_i, the derivative by W is the sum of diag(r_i) P_i, and that by r_i is the row sums of
/// W o P_i. All sums have a fixed order: the same bits at every vector width.
/// </remarks>
internal sealed class SimdGroupGradient : IBatchGradient
{
    // Windows of a shuffled batch lie all over the panel: each is called for this many rows before its turn.
    private const int PrefetchDistance = 12;

    private readonly GroupLayout _layout;
    private readonly TrainingSamples _samples;
    private readonly LossKind _loss;
    private readonly SimdWidth _width;
    private readonly int _experts;
    private readonly int _hidden;
    private readonly int _last;
    private readonly int _rows;
    private readonly int _rowsPerExpert;

    // Per layer: its input x, x o r, and x W + b (rows x inputs or outputs); [0] of x is the windows.
    private readonly AlignedFloats[] _input;
    private readonly AlignedFloats[] _scaled;
    private readonly AlignedFloats[] _shared;
    private readonly AlignedFloats _logits;

    // Derivatives by the logits, then by the layer at hand (rows x hidden size).
    private readonly AlignedFloats _headSlope;
    private AlignedFloats _slope;
    private AlignedFloats _nextSlope;

    private readonly AlignedFloats _transposed;
    private readonly AlignedFloats _headColumns;
    private readonly AlignedFloats _expertProduct;
    private readonly float[] _ones;
    private readonly float[] _zeros;
    private readonly float[] _aside;

    /// <summary>Initializes a new instance of the <see cref="SimdGroupGradient"/> class.</summary>
    /// <param name="layout">Layout of the group.</param>
    /// <param name="samples">The training samples.</param>
    /// <param name="batchSize">Samples in a mini-batch.</param>
    /// <param name="loss">How the experts' losses are combined.</param>
    /// <param name="width">Vectors to use.</param>
    public SimdGroupGradient(GroupLayout layout, TrainingSamples samples, int batchSize, LossKind loss, SimdWidth width)
    {
        _layout = layout;
        _samples = samples;
        _loss = loss;
        _width = width;
        _experts = layout.Shape.Experts;
        _hidden = layout.Shape.HiddenSize;
        _last = layout.Shape.HiddenLayers;
        _rowsPerExpert = loss == LossKind.Individual ? batchSize / _experts : batchSize;
        _rows = _rowsPerExpert * _experts;
        _input = [.. layout.Layers.Select(layer => new AlignedFloats(_rows * layer.Inputs))];
        _scaled = [.. layout.Layers.Select(layer => new AlignedFloats(_rows * layer.Inputs))];
        _shared = [.. layout.Layers.Select(layer => new AlignedFloats(_rows * layer.Outputs))];
        _logits = new AlignedFloats(_rows * GroupShape.Outputs);
        _headSlope = new AlignedFloats(_rows * GroupShape.Outputs);
        _slope = new AlignedFloats(_rows * _hidden);
        _nextSlope = new AlignedFloats(_rows * _hidden);
        _transposed = new AlignedFloats(Math.Max(_hidden, GroupShape.Outputs) * _hidden);
        _headColumns = new AlignedFloats(GroupShape.Outputs * _hidden);
        _expertProduct = new AlignedFloats(layout.Shape.InputSize * _hidden);
        _ones = new float[_hidden + GroupShape.Outputs];
        _ones.AsSpan().Fill(1);
        _zeros = new float[_hidden + GroupShape.Outputs];
        _aside = new float[_hidden + 2 * GroupShape.Outputs];
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(ReadOnlySpan<float> parameters, ReadOnlySpan<int> batch, Span<float> gradient, Span<double> losses)
    {
        var view = new GroupView(_layout, parameters, _ones, _zeros);
        var slopes = new GroupGradients(_layout, gradient, _aside);

        Gather(view, batch);
        for (var l = 0; l < _last; l++)
            ForwardHidden(view, l);
        ForwardHead(view);

        if (_loss == LossKind.Individual)
            IndividualLoss(batch, losses);
        else
            CollaborativeLoss(batch, losses);

        BackwardHead(view, slopes);
        for (var l = _last - 1; l >= 0; l--)
        {
            BackwardActivation(view, slopes, l);
            if (l > 0)
                BackwardProduct(view, slopes, l);
        }

        BackwardFirst(view, slopes);
    }

    // Copies the windows of all rows, plain and times r.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(GroupView view, ReadOnlySpan<int> batch)
    {
        var size = _samples.WindowSize;
        for (var expert = 0; expert < _experts; expert++)
        {
            var inputFast = view.InputFast(0, expert);
            for (var i = 0; i < _rowsPerExpert; i++)
            {
                var row = expert * _rowsPerExpert + i;
                if (row + PrefetchDistance < _rows)
                    WindowGather.Prefetch(_samples.Rows.AsSpan(_samples.Offsets[Sample(batch, row + PrefetchDistance)], size));
                WindowGather.Copy(
                    _samples.Rows.AsSpan(_samples.Offsets[Sample(batch, row)], size),
                    inputFast,
                    _input[0].Slice(row * size, size),
                    _scaled[0].Slice(row * size, size),
                    _width);
            }
        }
    }

    // Eq. 6: row i is sample i, so that the parts are consecutive. Eq. 5: every expert has all samples.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Sample(ReadOnlySpan<int> batch, int row) => batch[_loss == LossKind.Individual ? row : row % batch.Length];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ForwardHidden(GroupView view, int l)
    {
        MatrixProduct.Multiply(
            _scaled[l].Span, view.SlowWeights(l), _shared[l].Span, _rows, _layout.Layers[l].Inputs, _hidden, _width);
        for (var expert = 0; expert < _experts; expert++)
            HiddenForward.Run(
                Part(_shared[l], expert),
                view.Bias(l),
                view.OutputFast(l, expert),
                view.ExpertBias(l, expert),
                view.InputFast(l + 1, expert),
                Part(_input[l + 1], expert),
                Part(_scaled[l + 1], expert),
                _width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ForwardHead(GroupView view)
    {
        Transposition.Run(view.SlowWeights(_last), _headColumns.Span, _hidden, GroupShape.Outputs);
        var shared = _shared[_last].Span;
        LaneDot.TwoColumns(_scaled[_last].Span, _headColumns.Span, shared, _hidden, _width);
        var logits = _logits.Span;
        var bias = view.Bias(_last);
        for (var expert = 0; expert < _experts; expert++)
        {
            var outputFast = view.OutputFast(_last, expert);
            var expertBias = view.ExpertBias(_last, expert);
            for (var row = expert * _rowsPerExpert; row < (expert + 1) * _rowsPerExpert; row++)
                for (var j = 0; j < GroupShape.Outputs; j++)
                {
                    var at = row * GroupShape.Outputs + j;
                    shared[at] += bias[j];
                    logits[at] = MathF.FusedMultiplyAdd(shared[at], outputFast[j], expertBias[j]);
                }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void IndividualLoss(ReadOnlySpan<int> batch, Span<double> losses)
    {
        for (var expert = 0; expert < _experts; expert++)
        {
            var sum = new CrossEntropySum();
            for (var row = expert * _rowsPerExpert; row < (expert + 1) * _rowsPerExpert; row++)
                SetHeadSlope(row, (float)(sum.Add(Margin(row), _samples.Labels[batch[row]]) / _rows));
            losses[expert] = sum.Total / _rowsPerExpert;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CollaborativeLoss(ReadOnlySpan<int> batch, Span<double> losses)
    {
        var sum = new CrossEntropySum();
        for (var i = 0; i < batch.Length; i++)
        {
            var margin = 0.0;
            for (var expert = 0; expert < _experts; expert++)
                margin += Margin(expert * _rowsPerExpert + i) / _experts;
            var slope = (float)(sum.Add(margin, _samples.Labels[batch[i]]) / _rows);
            for (var expert = 0; expert < _experts; expert++)
                SetHeadSlope(expert * _rowsPerExpert + i, slope);
        }

        losses[0] = sum.Total / batch.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Margin(int row)
        => (double)_logits.Span[row * GroupShape.Outputs + 1] - _logits.Span[row * GroupShape.Outputs];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetHeadSlope(int row, float slope)
    {
        _headSlope.Span[row * GroupShape.Outputs] = -slope;
        _headSlope.Span[row * GroupShape.Outputs + 1] = slope;
    }

    // Leaves the derivative by the head's x o r in _slope.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BackwardHead(GroupView view, GroupGradients slopes)
    {
        var slope = _headSlope.Span;
        var shared = _shared[_last].Span;
        var biasSlope = slopes.Bias(_last);
        biasSlope.Clear();
        for (var expert = 0; expert < _experts; expert++)
        {
            var outputFast = view.OutputFast(_last, expert);
            var outputFastSlope = slopes.OutputFast(_last, expert);
            var expertBiasSlope = slopes.ExpertBias(_last, expert);
            for (var j = 0; j < GroupShape.Outputs; j++)
            {
                float scaleSum = 0, biasSum = 0;
                for (var row = expert * _rowsPerExpert; row < (expert + 1) * _rowsPerExpert; row++)
                {
                    var at = row * GroupShape.Outputs + j;
                    scaleSum = MathF.FusedMultiplyAdd(slope[at], shared[at], scaleSum);
                    biasSum += slope[at];
                    slope[at] *= outputFast[j];
                }

                outputFastSlope[j] = scaleSum;
                expertBiasSlope[j] = biasSum;
                // The shared bias reaches every expert's output through s.
                biasSlope[j] = MathF.FusedMultiplyAdd(outputFast[j], biasSum, biasSlope[j]);
            }
        }

        // The derivative by W as (2 x hidden), whose long rows suit the product; then into the layer's own order.
        MatrixProduct.MultiplyTransposed(slope, _scaled[_last].Span, _transposed.Span, GroupShape.Outputs, _rows, _hidden, _width);
        Transposition.Run(_transposed.Span, slopes.SlowWeights(_last), GroupShape.Outputs, _hidden);
        MatrixProduct.Multiply(slope, _headColumns.Span, _slope.Span, _rows, GroupShape.Outputs, _hidden, _width);
    }

    // From the derivative by x o r of layer l + 1 to that by x W of layer l, in place.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BackwardActivation(GroupView view, GroupGradients slopes, int l)
    {
        slopes.Bias(l).Clear();
        for (var expert = 0; expert < _experts; expert++)
            HiddenBackward.Run(
                Part(_slope, expert),
                Part(_input[l + 1], expert),
                Part(_shared[l], expert),
                view.OutputFast(l, expert),
                view.InputFast(l + 1, expert),
                slopes.InputFast(l + 1, expert),
                slopes.OutputFast(l, expert),
                slopes.ExpertBias(l, expert),
                slopes.Bias(l),
                _width);
    }

    // Derivatives by W, and by x o r.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BackwardProduct(GroupView view, GroupGradients slopes, int l)
    {
        MatrixProduct.MultiplyTransposed(_scaled[l].Span, _slope.Span, slopes.SlowWeights(l), _hidden, _rows, _hidden, _width);
        Transposition.Run(view.SlowWeights(l), _transposed.Span, _hidden, _hidden);
        MatrixProduct.Multiply(_slope.Span, _transposed.Span, _nextSlope.Span, _rows, _hidden, _hidden, _width);
        (_slope, _nextSlope) = (_nextSlope, _slope);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BackwardFirst(GroupView view, GroupGradients slopes)
    {
        var size = _samples.WindowSize;
        var slowWeights = view.SlowWeights(0);
        var slowSlope = slopes.SlowWeights(0);
        if (NarrowFirstLayerBackward.Fits(size, _hidden, _width))
        {
            NarrowFirstLayerBackward.Run(
                _input[0].Span, _slope.Span, slowWeights, view.InputFast(0), slowSlope, slopes.InputFast(0), size);
            return;
        }

        var product = _expertProduct.Span;
        slowSlope.Clear();
        for (var expert = 0; expert < _experts; expert++)
        {
            var windows = _input[0].Slice(expert * _rowsPerExpert * size, _rowsPerExpert * size);
            MatrixProduct.MultiplyTransposed(windows, Part(_slope, expert), product, size, _rowsPerExpert, _hidden, _width);
            FirstLayerBackward.Run(
                product, slowWeights, view.InputFast(0, expert), slowSlope, slopes.InputFast(0, expert), _width);
        }
    }

    // The rows of one expert, of a matrix (rows x hidden size).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<float> Part(AlignedFloats matrix, int expert)
        => matrix.Slice(expert * _rowsPerExpert * _hidden, _rowsPerExpert * _hidden);
}
