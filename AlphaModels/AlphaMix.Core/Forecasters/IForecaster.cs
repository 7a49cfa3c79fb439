using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Forecasters;

/// <summary>
/// Forecasts windows by other means than the pool's groups: a tree ensemble, a regression, a rule. A pool exposes each forecaster as one
/// more router of its name, so that it is evaluated and traded like them. Implementations are immutable, deterministic and safe to share
/// between threads; working memory is the caller's.
/// </summary>
/// <example>See <c>docs/extending.md</c> for a complete forecaster in one file.</example>
public interface IForecaster
{
    /// <summary>Gets the name under which the forecaster is registered (<see cref="ForecasterFactory"/>).</summary>
    string Name { get; }

    /// <summary>
    /// Forecasts windows. A sample's forecast depends, to the bit, on its own window alone; nothing is allocated once a batch of the size
    /// was seen.
    /// </summary>
    /// <param name="rows">Scaled feature rows, row-major, finite.</param>
    /// <param name="offsets">Per sample, where its window of <see cref="Features.FeatureSpec.InputSize"/> values starts; time-major, oldest
    /// bar first.</param>
    /// <param name="probabilities">Receives P(up), or a score by which a day's instruments are ranked, per sample; in [0, 1].</param>
    /// <param name="memory">Working memory.</param>
    void Forecast(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> probabilities, WorkingMemory memory);
}
