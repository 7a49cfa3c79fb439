namespace AlphaMix.Training.Data.Yahoo;

/// <summary>What a Yahoo import wrote.</summary>
/// <param name="Instruments">LEAN names of the instruments, in ordinal order.</param>
/// <param name="Bars">Number of daily bars over all of them.</param>
/// <param name="Dividends">Number of dividends recovered over all of them.</param>
internal sealed record YahooImport(IReadOnlyList<string> Instruments, long Bars, int Dividends);
