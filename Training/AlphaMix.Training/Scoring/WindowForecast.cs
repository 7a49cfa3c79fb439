namespace AlphaMix.Training.Scoring;

/// <summary>Gives a forecast of one window, unit-free: only its order among the instruments counts.</summary>
/// <param name="window">Scaled rows, time-major, oldest first.</param>
internal delegate float WindowForecast(ReadOnlySpan<float> window);
