using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>A network's parameters as one vector, so that one optimiser step is a handful of operations for any network.</summary>
internal sealed class ParameterVector
{
    private readonly Parameter[] _parameters;
    private readonly Tensor[] _views;

    /// <summary>
    /// Initializes a new instance of the <see cref="ParameterVector"/> class; its tensors belong to the current dispose scope.
    /// </summary>
    public ParameterVector(IEnumerable<Parameter> parameters)
    {
        using var still = no_grad();
        _parameters = [.. parameters];
        Values = Flatten(_parameters);
        _views = new Tensor[_parameters.Length];
        var offset = 0L;
        for (var i = 0; i < _views.Length; i++)
        {
            _views[i] = Values.narrow(1, offset, _parameters[i].numel()).view(_parameters[i].shape);
            offset += _parameters[i].numel();
        }
    }

    /// <summary>Gets the values, shape (1, parameters); changes take effect with <see cref="Write"/>.</summary>
    public Tensor Values { get; }

    /// <summary>Returns the derivative of a loss by the values, shape (1, parameters).</summary>
    public Tensor Gradient(Tensor loss) => Flatten(autograd.grad([loss], _parameters));

    /// <summary>Copies the values into the network.</summary>
    public void Write()
    {
        using var still = no_grad();
        for (var i = 0; i < _views.Length; i++)
            _parameters[i].copy_(_views[i]);
    }

    private static Tensor Flatten(IEnumerable<Tensor> tensors) => cat(tensors.Select(each => each.reshape(1, -1)).ToList(), 1);
}
