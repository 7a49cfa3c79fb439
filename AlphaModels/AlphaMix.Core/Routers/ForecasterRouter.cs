using AlphaMix.Core.Forecasters;

namespace AlphaMix.Core.Routers;

/// <summary>A forecaster in a router's place: its forecasts are the scores, and the number of experts asked is 0.</summary>
/// <param name="forecaster">The forecaster.</param>
public sealed class ForecasterRouter(IForecaster forecaster) : IRouter
{
    /// <inheritdoc/>
    public string Name => forecaster.Name;

    /// <summary>Gets the forecaster.</summary>
    public IForecaster Forecaster => forecaster;

    /// <inheritdoc/>
    public void Score(
        ReadOnlySpan<float> rows,
        ReadOnlySpan<int> offsets,
        Span<float> probabilities,
        Span<int> expertsAsked,
        RouterScratch scratch)
    {
        forecaster.Forecast(rows, offsets, probabilities, scratch.Memory);
        expertsAsked.Clear();
    }
}
