using AlphaMix.Training.Groups.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>
/// Adam over all parameters of a stack in one pass, with a step size of its own for each group. The same rule as the CPU's.
/// </summary>
internal sealed class StackAdam
{
    private static readonly Scalar SquareDecay = AdamRates.SquareDecay;
    private static readonly Scalar SquareShare = AdamRates.SquareShare;

    private readonly Tensor _parameters;
    private readonly Tensor _learningRates;
    private readonly Tensor _epsilon;
    private readonly Tensor _meanShare;
    private AdamRates _rates = new(1);

    /// <summary>Initializes a new instance of the <see cref="StackAdam"/> class; its tensors belong to the current dispose scope.</summary>
    /// <param name="parameters">The parameters, shape (groups, parameters), changed in place.</param>
    /// <param name="mean">The mean gradient so far, the same shape, changed in place.</param>
    /// <param name="square">The mean squared gradient so far, the same shape, changed in place.</param>
    /// <param name="learningRates">Step sizes, shape (groups).</param>
    /// <param name="stepsDone">Number of steps taken before.</param>
    public StackAdam(Tensor parameters, Tensor mean, Tensor square, float[] learningRates, int stepsDone)
    {
        _parameters = parameters;
        Mean = mean;
        Square = square;
        _learningRates = tensor(learningRates, device: parameters.device).unsqueeze(1);
        _epsilon = tensor(AdamRates.Epsilon, device: parameters.device);
        _meanShare = tensor(AdamRates.MeanShare, device: parameters.device);
        for (var step = 0; step < stepsDone; step++)
            _rates.Advance();
    }

    /// <summary>Gets the mean gradient.</summary>
    public Tensor Mean { get; }

    /// <summary>Gets the mean squared gradient.</summary>
    public Tensor Square { get; }

    /// <summary>Takes one step; the caller disposes of what it makes by a scope.</summary>
    /// <param name="gradient">The gradient, shape (groups, parameters).</param>
    public void Step(Tensor gradient)
    {
        _rates.Advance();
        using Scalar correction = _rates.InverseRootCorrection;
        using Scalar step = _rates.NegativeStep;
        Mean.lerp_(gradient, _meanShare);
        Square.mul_(SquareDecay).addcmul_(gradient, gradient, SquareShare);
        var root = add(_epsilon, Square.sqrt(), correction);
        _parameters.addcmul_(Mean / root, _learningRates, step);
    }
}
