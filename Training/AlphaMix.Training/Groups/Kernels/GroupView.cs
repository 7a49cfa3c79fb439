using System.Runtime.CompilerServices;
using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>Names the parts of a parameter vector. A layer without fast vectors reads as one with ones and zeros.</summary>
internal readonly ref struct GroupView(
    GroupLayout layout, ReadOnlySpan<float> parameters, ReadOnlySpan<float> ones, ReadOnlySpan<float> zeros)
{
    private readonly ReadOnlySpan<float> _parameters = parameters;
    private readonly ReadOnlySpan<float> _ones = ones;
    private readonly ReadOnlySpan<float> _zeros = zeros;

    /// <summary>Gets W of a layer (inputs x outputs).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<float> SlowWeights(int l)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return _parameters.Slice(layer.SlowWeights, layer.Inputs * layer.Outputs);
    }

    /// <summary>Gets b of a layer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<float> Bias(int l)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return _parameters.Slice(layer.Bias, layer.Outputs);
    }

    /// <summary>Gets r of all experts of an ensembled layer (experts x inputs).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<float> InputFast(int l)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return _parameters.Slice(layer.InputFast, layer.Experts * layer.Inputs);
    }

    /// <summary>Gets r of an expert.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<float> InputFast(int l, int expert)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return layer.IsEnsembled ? _parameters.Slice(layer.InputFast + expert * layer.Inputs, layer.Inputs) : _ones[..layer.Inputs];
    }

    /// <summary>Gets s of an expert.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<float> OutputFast(int l, int expert)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return layer.IsEnsembled ? _parameters.Slice(layer.OutputFast + expert * layer.Outputs, layer.Outputs) : _ones[..layer.Outputs];
    }

    /// <summary>Gets b_i of an expert.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<float> ExpertBias(int l, int expert)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return layer.IsEnsembled ? _parameters.Slice(layer.ExpertBias + expert * layer.Outputs, layer.Outputs) : _zeros[..layer.Outputs];
    }
}
