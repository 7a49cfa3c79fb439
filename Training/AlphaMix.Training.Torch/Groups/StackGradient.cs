using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Kernels;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>
/// Loss and gradient of one mini-batch of every group of a stack, written out: the same few launches for any number of groups, and no
/// autograd graph. <see cref="ScalarGroupGradient{T}"/> is the definition.
/// </summary>
internal sealed class StackGradient
{
    private readonly StackLayer[] _layers;
    private readonly GroupShape _shape;
    private readonly LossKind _loss;
    private readonly Tensor _one;
    private readonly Tensor _leak;
    private readonly Tensor _signs;
    private readonly long _groups;

    /// <summary>
    /// Initializes a new instance of the <see cref="StackGradient"/> class; its tensors belong to the current dispose scope.
    /// </summary>
    /// <param name="parameters">The stack's parameters, shape (groups, parameters); later changes in place are seen.</param>
    /// <param name="layout">Layout of each group.</param>
    /// <param name="batchSize">Samples in a mini-batch of each group.</param>
    /// <param name="loss">How the experts' losses are combined.</param>
    public StackGradient(Tensor parameters, GroupLayout layout, int batchSize, LossKind loss)
    {
        _shape = layout.Shape;
        _loss = loss;
        _groups = parameters.shape[0];
        _layers = [.. layout.Layers.Select(layer => new StackLayer(parameters, layer))];
        _one = tensor(1f, device: parameters.device);
        _leak = tensor(ExpertGroup.LeakySlope, device: parameters.device);
        var share = 1f / batchSize / (loss == LossKind.Individual ? 1 : _shape.Experts);
        _signs = tensor([-share, share], device: parameters.device);
    }

    /// <summary>Returns the gradient of every group, shape (groups, parameters), and the margins that it comes from.</summary>
    /// <param name="windows">Windows of the mini-batches, shape (groups * batch, window size).</param>
    /// <param name="labels">Labels, shape (groups, batch); expert i owns the i-th of M consecutive, equal parts.</param>
    /// <returns>Gradient, and logit of "up" minus that of "down" as the loss sees it, shape (groups, batch).</returns>
    public (Tensor Gradient, Tensor Margins) Compute(Tensor windows, Tensor labels)
    {
        var experts = _loss == LossKind.Individual ? _shape.Experts : 1;
        var value = windows.view(_groups, experts, -1, _shape.InputSize);
        var leaks = new Tensor[_layers.Length - 1];
        for (var l = 0; l < leaks.Length; l++)
        {
            var output = _layers[l].Forward(value);
            leaks[l] = where(output.gt(Scalars.Zero), _one, _leak);
            value = output * leaks[l];
        }

        var logits = _layers[^1].Forward(value);
        var margins = logits.narrow(3, 1, 1) - logits.narrow(3, 0, 1);
        if (_loss == LossKind.Collaborative)
            margins = margins.mean([1L], keepdim: true);
        var slope = (margins.sigmoid() - labels.view(_groups, experts, -1, 1)) * _signs;
        if (_loss == LossKind.Collaborative)
            slope = slope.expand(_groups, _shape.Experts, -1, -1);
        return (Backward(slope, leaks), margins.view(_groups, -1));
    }

    private Tensor Backward(Tensor slope, Tensor[] leaks)
    {
        var pieces = new List<Tensor>[_layers.Length];
        for (var l = _layers.Length - 1; l >= 0; l--)
        {
            pieces[l] = [];
            var inputSlope = _layers[l].Backward(slope, pieces[l], needsInput: l > 0);
            if (l > 0)
                slope = inputSlope! * leaks[l - 1];
        }

        return cat(pieces.SelectMany(each => each).ToList(), 1);
    }
}
