namespace AlphaMix.Training.Panels;

/// <summary>One window with its label.</summary>
/// <param name="Instrument">Index of the instrument in the panel.</param>
/// <param name="Day">The day whose last bar ends the window.</param>
/// <param name="WindowOffset">Where the window starts in the panel's rows.</param>
/// <param name="LabelDay">Date of the last price in the label, after <paramref name="Day"/>; spans are purged by it.</param>
/// <param name="Label">1 when the price rose, 0 when it fell or stayed (paper, Eq. 1).</param>
public readonly record struct Sample(int Instrument, DateOnly Day, int WindowOffset, DateOnly LabelDay, byte Label);
