namespace AlphaMix.Training.Data.Integrity;

/// <summary>What one instrument's bars look like.</summary>
/// <param name="Instrument">Its name.</param>
/// <param name="FirstDay">Day of the first bar; <see langword="null"/> when there is none.</param>
/// <param name="LastDay">Day of the last bar; <see langword="null"/> when there is none.</param>
/// <param name="Bars">Number of bars.</param>
/// <param name="MissingDays">Days between its first and last on which other instruments have bars and it has none.</param>
/// <param name="ZeroVolumeBars">Bars without volume.</param>
/// <param name="FlatBars">Bars with volume whose four prices are one.</param>
/// <param name="LargeMoves">Moves from one day to the next that call for a look: a split that the factors miss, or real news.</param>
internal sealed record InstrumentCheck(
    string Instrument,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    int Bars,
    int MissingDays,
    int ZeroVolumeBars,
    int FlatBars,
    IReadOnlyList<LargeMove> LargeMoves);
