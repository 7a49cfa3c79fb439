namespace AlphaMix.Training.Scoring;

/// <summary>Returns a forecast of one window, unit-free: only its order among the instruments of a day counts.</summary>
/// <param name="window">Scaled rows, time-major, oldest first.</param>
internal delegate float WindowForecast(ReadOnlySpan<float> window);
