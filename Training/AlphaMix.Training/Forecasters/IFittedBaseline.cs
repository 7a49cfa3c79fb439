namespace AlphaMix.Training.Forecasters;

/// <summary>A fitted baseline: gives P(up) of windows. Disposing it frees what it holds outside managed memory, if anything.</summary>
public interface IFittedBaseline : IDisposable
{
    /// <summary>Computes P(up) of each window. Not safe to call from several threads at once.</summary>
    /// <param name="rows">Scaled feature rows, scaled as the training data were.</param>
    /// <param name="offsets">Where each window starts in <paramref name="rows"/>.</param>
    /// <param name="probabilities">Receives P(up) in (0, 1), as long as <paramref name="offsets"/>.</param>
    void Forecast(float[] rows, ReadOnlySpan<int> offsets, Span<float> probabilities);
}
