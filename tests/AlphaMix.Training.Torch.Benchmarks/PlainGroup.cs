using AlphaMix.Core.Experts;
using AlphaMix.Training.Torch.Devices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Benchmarks;

/// <summary>A group as an ordinary module: shape (batch, inputs) to logits (batch, 2), expert i for the i-th of M consecutive parts.</summary>
internal sealed class PlainGroup : nn.Module<Tensor, Tensor>
{
    private static readonly Scalar Leak = ExpertGroup.LeakySlope;

    private readonly GroupLayout _layout;
    private readonly List<Parameter[]> _layers = [];

    public PlainGroup(GroupLayout layout, float[] start, Device device)
        : base("group")
    {
        _layout = layout;
        foreach (var layer in layout.Layers)
        {
            var (m, i, o) = (layer.Experts, layer.Inputs, layer.Outputs);
            Parameter[] parameters =
            [
                Part(start, layer.SlowWeights, [i, o], device),
                Part(start, layer.Bias, [o], device),
                .. layer.IsEnsembled
                    ? [Part(start, layer.InputFast, [m, 1, i], device), Part(start, layer.OutputFast, [m, 1, o], device), Part(start, layer.ExpertBias, [m, 1, o], device)]
                    : Array.Empty<Parameter>()
            ];
            foreach (var parameter in parameters)
                register_parameter($"p{_layers.Count}_{Array.IndexOf(parameters, parameter)}", parameter);
            _layers.Add(parameters);
        }
    }

    public override Tensor forward(Tensor input)
    {
        var value = input.view(_layout.Shape.Experts, -1, _layout.Shape.InputSize);
        for (var l = 0; l < _layers.Count; l++)
        {
            var p = _layers[l];
            var output = p.Length == 2
                ? matmul(value, p[0]) + p[1]
                : (matmul(value * p[2], p[0]) + p[1]) * p[3] + p[4];
            value = l < _layers.Count - 1 ? output.leaky_relu(Leak) : output;
        }

        return value.reshape(-1, GroupShape.Outputs);
    }

    private static Parameter Part(float[] start, int offset, long[] shape, Device device)
    {
        var length = (int)shape.Aggregate((x, y) => x * y);
        return new Parameter(DeviceArray.Upload(start[offset..(offset + length)], shape, device));
    }
}
