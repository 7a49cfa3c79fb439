namespace AlphaMix.Training.Data.Import;

/// <summary>What an import wrote.</summary>
/// <param name="Instruments">LEAN names of the instruments, in ordinal order.</param>
/// <param name="Bars">Number of bars over all of them.</param>
/// <param name="Dividends">Number of dividends recovered over all of them; 0 for prices without an adjusted close.</param>
internal sealed record CsvImport(IReadOnlyList<string> Instruments, long Bars, int Dividends);
