namespace AlphaMix.Training.Forecasters;

/// <summary>A fitted baseline. Disposing it frees memory outside the managed heap, such as a GPU's.</summary>
public interface IFittedBaseline : IDisposable
{
    /// <summary>Computes P(up) of each window. Not safe to call from several threads at once.</summary>
    /// <param name="rows">Feature rows, row-major, scaled as the training data were.</param>
    /// <param name="offsets">Where each window starts in <paramref name="rows"/>.</param>
    /// <param name="probabilities">Receives P(up) in (0, 1), as long as <paramref name="offsets"/>.</param>
    void Forecast(float[] rows, ReadOnlySpan<int> offsets, Span<float> probabilities);
}
