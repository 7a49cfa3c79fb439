namespace AlphaMix.Training.Groups.Kernels;

/// <summary>An optimiser: moves the parameters along the gradient. Holds its moments: one training, one instance.</summary>
internal interface IParameterUpdate
{
    /// <summary>Takes one step.</summary>
    /// <param name="parameters">The parameters, changed in place.</param>
    /// <param name="gradient">The gradient.</param>
    void Step(Span<float> parameters, ReadOnlySpan<float> gradient);
}
