using System.Runtime.CompilerServices;
using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>Names the parts of a gradient. What belongs to fast vectors that a layer does not have is written to one side.</summary>
internal readonly ref struct GroupGradients(GroupLayout layout, Span<float> gradient, Span<float> aside)
{
    private readonly Span<float> _gradient = gradient;
    private readonly Span<float> _aside = aside;

    /// <summary>Gets the place of the derivative by W of a layer (inputs x outputs).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> SlowWeights(int l)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return _gradient.Slice(layer.SlowWeights, layer.Inputs * layer.Outputs);
    }

    /// <summary>Gets the place of the derivative by b of a layer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> Bias(int l)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return _gradient.Slice(layer.Bias, layer.Outputs);
    }

    /// <summary>Gets the place of the derivative by r of all experts of an ensembled layer (experts x inputs).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> InputFast(int l)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return _gradient.Slice(layer.InputFast, layer.Experts * layer.Inputs);
    }

    /// <summary>Gets the place of the derivative by r of an expert.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> InputFast(int l, int expert)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return layer.IsEnsembled ? _gradient.Slice(layer.InputFast + expert * layer.Inputs, layer.Inputs) : _aside[..layer.Inputs];
    }

    /// <summary>Gets the place of the derivative by s of an expert.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> OutputFast(int l, int expert)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return layer.IsEnsembled ? _gradient.Slice(layer.OutputFast + expert * layer.Outputs, layer.Outputs) : _aside[..layer.Outputs];
    }

    /// <summary>Gets the place of the derivative by b_i of an expert.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> ExpertBias(int l, int expert)
    {
        ref readonly var layer = ref layout.Layers.ItemRef(l);
        return layer.IsEnsembled ? _gradient.Slice(layer.ExpertBias + expert * layer.Outputs, layer.Outputs) : _aside[^layer.Outputs..];
    }
}
