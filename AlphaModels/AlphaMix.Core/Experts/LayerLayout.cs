namespace AlphaMix.Core.Experts;

/// <summary>
/// Where one layer's tensors lie in a group's parameter vector (offsets in floats). Layer: y = ((x o r) W + b) o s + b_i.
/// </summary>
/// <param name="Inputs">Size of x.</param>
/// <param name="Outputs">Size of y.</param>
/// <param name="Experts">Number of experts (M).</param>
/// <param name="IsEnsembled">
/// Whether r, s and b_i exist. Without them the layer is x W + b for every expert, and their three offsets mean nothing.
/// </param>
/// <param name="SlowWeights">Offset of W, row-major (inputs x outputs).</param>
/// <param name="Bias">Offset of b, shared, (outputs).</param>
/// <param name="InputFast">Offset of r, row-major (experts x inputs).</param>
/// <param name="OutputFast">Offset of s, row-major (experts x outputs).</param>
/// <param name="ExpertBias">Offset of b_i, row-major (experts x outputs).</param>
public readonly record struct LayerLayout(
    int Inputs, int Outputs, int Experts, bool IsEnsembled, int SlowWeights, int Bias, int InputFast, int OutputFast, int ExpertBias)
{
    /// <summary>Gets the offset just past this layer.</summary>
    public int End => IsEnsembled ? ExpertBias + Experts * Outputs : Bias + Outputs;
}
