using AlphaMix.Training.Groups;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>Adam over all parameters of a stack in one pass, with a step size of its own for each group. The same rule as the CPU's.</summary>
internal sealed class StackAdam
{
    private readonly Tensor _parameters;
    private readonly Tensor _learningRates;
    private readonly Tensor _epsilon;
    private readonly Tensor _meanShare;
    private AdamRates _rates = new(1);

    /// <summary>Initializes a new instance of the <see cref="StackAdam"/> class; its tensors belong to the current dispose scope.</summary>
    /// <param name="parameters">The parameters, shape (groups, parameters), changed in place.</param>
    /// <param name="state">Moments and learning rates.</param>
    /// <param name="stepsDone">Number of steps taken before.</param>
    public StackAdam(Tensor parameters, StackState state, int stepsDone)
    {
        _parameters = parameters;
        Mean = DeviceArray.Upload(state.Mean, parameters.shape, parameters.device);
        Square = DeviceArray.Upload(state.Square, parameters.shape, parameters.device);
        _learningRates = tensor(Array.ConvertAll(state.Jobs, job => (float)job.Hyperparameters.LearningRate), device: parameters.device).unsqueeze(1);
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
        Mean.lerp_(gradient, _meanShare);
        Square.mul_(AdamRates.SquareDecay).addcmul_(gradient, gradient, AdamRates.SquareShare);
        var root = add(_epsilon, Square.sqrt(), alpha: _rates.InverseRootCorrection);
        _parameters.addcmul_(Mean / root, _learningRates, _rates.NegativeStep);
    }
}
