using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AlphaMix.Core.Experts;

/// <summary>
/// The memory layout of a group's parameters: one flat vector, layer after layer, so that optimiser, soup and artifact each see one array.
/// </summary>
public sealed class GroupLayout
{
    /// <summary>Initializes a new instance of the <see cref="GroupLayout"/> class.</summary>
    /// <param name="shape">The architecture.</param>
    /// <exception cref="ArgumentException">The shape is out of its ranges (<see cref="GroupShape.Validate"/>).</exception>
    public GroupLayout(GroupShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        shape.Validate();
        Shape = shape;
        var layers = new LayerLayout[shape.HiddenLayers + 1];
        var offset = 0;
        for (var l = 0; l < layers.Length; l++)
        {
            var isHead = l == shape.HiddenLayers;
            var inputs = l == 0 ? shape.InputSize : shape.HiddenSize;
            var outputs = isHead ? GroupShape.Outputs : shape.HiddenSize;
            layers[l] = Place(offset, inputs, outputs, shape.Experts, !isHead || shape.EnsembleHead);
            offset = layers[l].End;
        }

        Layers = ImmutableCollectionsMarshal.AsImmutableArray(layers);
        ParameterCount = offset;
    }

    /// <summary>Gets the architecture.</summary>
    public GroupShape Shape { get; }

    /// <summary>Gets the layers, input side first: <see cref="GroupShape.HiddenLayers"/> hidden ones, then the linear head.</summary>
    public ImmutableArray<LayerLayout> Layers { get; }

    /// <summary>Gets the length of the parameter vector, in floats.</summary>
    public int ParameterCount { get; }

    private static LayerLayout Place(int offset, int inputs, int outputs, int experts, bool ensembled)
    {
        var bias = offset + inputs * outputs;
        var inputFast = bias + outputs;
        var outputFast = inputFast + experts * inputs;
        var expertBias = outputFast + experts * outputs;
        return new LayerLayout(inputs, outputs, experts, ensembled, offset, bias, inputFast, outputFast, expertBias);
    }
}
