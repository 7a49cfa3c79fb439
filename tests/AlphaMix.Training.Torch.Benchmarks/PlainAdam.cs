using AlphaMix.Training.Torch.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Benchmarks;

/// <summary>
/// What torch.optim.Adam does, operation by operation and parameter by parameter, less its fault: numbers converted on the fly, which a
/// garbage collection can free under a running operation (<see cref="Devices.Scalars"/>; it ended this benchmark after some 100,000 steps).
/// </summary>
internal sealed class PlainAdam
{
    private readonly Parameter[] _parameters;
    private readonly StackAdam[] _adams;

    /// <summary>Initializes a new instance of the <see cref="PlainAdam"/> class; its tensors belong to the current dispose scope.</summary>
    public PlainAdam(IEnumerable<Parameter> parameters, double learningRate)
    {
        using var still = no_grad();
        _parameters = [.. parameters];
        _adams = Array.ConvertAll(_parameters, parameter =>
        {
            var values = parameter.detach().view(1, -1);
            return new StackAdam(values, zeros_like(values), zeros_like(values), [(float)learningRate], stepsDone: 0);
        });
    }

    /// <summary>Takes a step down the gradient of a loss.</summary>
    public void Step(Tensor loss)
    {
        var gradients = autograd.grad([loss], _parameters);
        using var still = no_grad();
        for (var i = 0; i < _adams.Length; i++)
            _adams[i].Step(gradients[i].view(1, -1));
    }
}
