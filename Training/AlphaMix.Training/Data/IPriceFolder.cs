using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data;

/// <summary>A folder of adjusted prices. Implementations are immutable and safe to share between threads.</summary>
internal interface IPriceFolder
{
    /// <summary>Gets the folder's path as it was given.</summary>
    string Root { get; }

    /// <summary>Returns the instruments that have bars of a length, in ordinal order; empty when there are none.</summary>
    /// <param name="resolution">Length of one bar.</param>
    IReadOnlyList<string> Instruments(BarResolution resolution);

    /// <summary>Returns the instrument that traded last under a ticker, where that is not its name; null without one.</summary>
    /// <param name="ticker">A ticker, in upper case.</param>
    string? FindByTicker(string ticker) => null;

    /// <summary>Reads the bars of one instrument, adjusted as LEAN's <c>DataNormalizationMode.Adjusted</c> does.</summary>
    /// <param name="instrument">A name from <see cref="Instruments"/>.</param>
    /// <param name="resolution">Length of one bar.</param>
    /// <param name="report">Receives what was noticed: rows left out, rows without volume, missing files.</param>
    /// <returns>All sound rows, oldest first; bars without volume are kept (<see cref="Bar.IsUsable"/> is false for them).</returns>
    /// <exception cref="DataException">The instrument is not there, its file cannot be read, or a row is bad and the report is
    /// strict.</exception>
    BarSeries Read(string instrument, BarResolution resolution, IntegrityReport report);
}
