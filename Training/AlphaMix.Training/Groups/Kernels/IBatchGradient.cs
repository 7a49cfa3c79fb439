namespace AlphaMix.Training.Groups.Kernels;

/// <summary>Computes the loss of a mini-batch and its gradient. Holds scratch memory: one training, one instance.</summary>
internal interface IBatchGradient
{
    /// <summary>Computes losses and gradient.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="batch">The samples of the mini-batch; expert i owns the i-th of M consecutive, equal parts.</param>
    /// <param name="gradient">Receives the derivative of the mean cross-entropy over the batch, in the order of the parameters.</param>
    /// <param name="losses">
    /// Receives per expert the mean cross-entropy of its part, in nats; for the collaborative loss, in [0], that of the whole batch.
    /// </param>
    void Compute(ReadOnlySpan<float> parameters, ReadOnlySpan<int> batch, Span<float> gradient, Span<double> losses);
}
