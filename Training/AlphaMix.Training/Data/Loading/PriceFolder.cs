using AlphaMix.Training.Data.Csv;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Data.Loading;

/// <summary>Opens a folder of prices, whichever of the known forms it has.</summary>
internal static class PriceFolder
{
    /// <summary>Opens a LEAN data folder or a folder of exported history, told apart by what they contain.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="DataException">The folder does not exist, is empty, or has neither form.</exception>
    public static IPriceFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Directory.Exists(path))
            throw new DataException($"{path}: the folder does not exist; expected {Forms}.");
        if (LeanFolder.Fits(path))
            return new LeanFolder(path);
        if (HistoryFolder.Fits(path))
            return new HistoryFolder(path);
        throw new DataException(Directory.EnumerateFiles(path, "*.csv").Any()
            ? $"{path}: found CSV files of another form, expected {Forms}; import them first with 'alphamix data import csv' (Yahoo's with "
                + $"'alphamix data import yahoo')."
            : $"{path}: found neither of the known forms, expected {Forms}.");
    }

    private const string Forms =
        $"a LEAN data folder (equity/usa/daily/*.zip or equity/usa/hour/*.zip, or of another market) or a folder of exported history (TICKER.csv with the "
            + $"header '{PriceCsv.Header}')";
}
