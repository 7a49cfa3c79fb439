using AlphaMix.Core.Experts;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>
/// One layer of all groups of a stack: y = ((x o r) W + b) o s + b_i, as views of the stack's parameters. Values have the shape
/// (groups, experts, rows, size); W is shared by the experts, so their rows go through it as one product a group.
/// </summary>
internal sealed class StackLayer
{
    private readonly LayerLayout _layout;
    private readonly long _groups;

    // W and its transpose (groups, inputs, outputs); b (groups, 1, outputs); r, s and b_i (groups, experts, 1, size).
    private readonly Tensor _slow;
    private readonly Tensor _slowTransposed;
    private readonly Tensor _bias;
    private readonly Tensor? _inputFast;
    private readonly Tensor? _outputFast;
    private readonly Tensor? _expertBias;

    // Of the mini-batch at hand: x, x o r as (groups, experts * rows, inputs), x W + b.
    private Tensor _input = null!;
    private Tensor _scaled = null!;
    private Tensor _shared = null!;

    /// <summary>Initializes a new instance of the <see cref="StackLayer"/> class.</summary>
    /// <param name="parameters">The stack's parameters, shape (groups, parameters).</param>
    /// <param name="layout">Where the layer lies in a group's.</param>
    public StackLayer(Tensor parameters, LayerLayout layout)
    {
        _layout = layout;
        _groups = parameters.shape[0];
        _slow = View(parameters, layout.SlowWeights, layout.Inputs, layout.Outputs);
        _slowTransposed = _slow.transpose(1, 2);
        _bias = View(parameters, layout.Bias, 1, layout.Outputs);
        if (!layout.IsEnsembled)
            return;
        _inputFast = View(parameters, layout.InputFast, layout.Experts, layout.Inputs).unsqueeze(2);
        _outputFast = View(parameters, layout.OutputFast, layout.Experts, layout.Outputs).unsqueeze(2);
        _expertBias = View(parameters, layout.ExpertBias, layout.Experts, layout.Outputs).unsqueeze(2);
    }

    /// <summary>Returns y, and keeps what the way back needs until the next mini-batch.</summary>
    /// <param name="input">x, shape (groups, experts or 1, rows, inputs).</param>
    public Tensor Forward(Tensor input)
    {
        _input = input;
        var scaled = _layout.IsEnsembled ? input * _inputFast! : input;
        var rows = scaled.shape[2];
        _scaled = scaled.reshape(_groups, -1, _layout.Inputs);
        // Not baddbmm: TorchSharp (0.99 to 0.107) hands its arguments to libtorch in the wrong order.
        _shared = _scaled.bmm(_slow).add_(_bias).view(_groups, -1, rows, _layout.Outputs);
        return _layout.IsEnsembled ? addcmul(_expertBias!, _shared, _outputFast!, Scalars.One) : _shared;
    }

    /// <summary>
    /// Returns the derivative by x from that by y, and adds those by the parameters to a list in the order of the layout.
    /// </summary>
    /// <param name="slope">Derivative of the loss by y.</param>
    /// <param name="pieces">Receives the derivatives by the parameters, each of shape (groups, its size).</param>
    /// <param name="needsInput">Whether the derivative by x is wanted; the first layer's is not.</param>
    public Tensor? Backward(Tensor slope, List<Tensor> pieces, bool needsInput)
    {
        var shared = _layout.IsEnsembled ? slope * _outputFast! : slope;
        var flat = shared.reshape(_groups, -1, _layout.Outputs);
        pieces.Add(_scaled.transpose(1, 2).bmm(flat).view(_groups, -1));
        pieces.Add(flat.sum(1));
        if (!_layout.IsEnsembled)
            return needsInput ? ByScaled(flat, slope.shape[2]) : null;

        var byScaled = ByScaled(flat, slope.shape[2]);
        pieces.Add((byScaled * _input).sum(2).view(_groups, -1));
        pieces.Add((slope * _shared).sum(2).view(_groups, -1));
        pieces.Add(slope.sum(2).view(_groups, -1));
        return needsInput ? byScaled * _inputFast! : null;
    }

    private Tensor ByScaled(Tensor slope, long rows) => slope.bmm(_slowTransposed).view(_groups, -1, rows, _layout.Inputs);

    private Tensor View(Tensor parameters, int offset, long rows, long columns) =>
        parameters.narrow(1, offset, rows * columns).view(_groups, rows, columns);
}
