using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// Trailing dollar volume and volatility of each instrument on each day, from the bars up to and including that day's: no later bar is
/// seen. Safe to share between threads.
/// </summary>
public sealed class TrailingVolume
{
    /// <summary>The most bars in a median dollar volume.</summary>
    public const int VolumeBars = 20;

    /// <summary>The most returns in a volatility.</summary>
    public const int VolatilityBars = 60;

    private const int FewestBars = 5;

    private readonly MarketGrid _grid;
    private readonly Dictionary<DateOnly, int> _rows;

    private TrailingVolume(MarketGrid grid)
    {
        _grid = grid;
        _rows = grid.Days.Select((day, row) => (day, row)).ToDictionary(pair => pair.day, pair => pair.row);
    }

    /// <summary>Creates trailing volumes over a grid, which is kept, not copied.</summary>
    /// <param name="history">
    /// Prices and volumes of the days asked about and, for the first of them to be known, of about <see cref="VolatilityBars"/> before.
    /// </param>
    /// <returns>The trailing volumes; null when the grid has no volumes.</returns>
    public static TrailingVolume? From(MarketGrid history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.DollarVolume.IsEmpty ? null : new TrailingVolume(history);
    }

    /// <summary>
    /// Returns the median dollar volume a day of the instrument's last <see cref="VolumeBars"/> bars up to a day, that day's included.
    /// </summary>
    /// <param name="day">A day of the grid; the instrument need not have a bar on it.</param>
    /// <param name="instrument">The instrument's name in the grid.</param>
    /// <returns>
    /// In the currency of the prices, positive; NaN with fewer than 5 bars, or when the grid does not have the day or the instrument.
    /// </returns>
    public double Dollars(DateOnly day, string instrument)
    {
        var dollars = Bars(day, instrument, VolumeBars).Select(cell => _grid.DollarVolume[cell]).ToArray();
        return dollars.Length < FewestBars ? double.NaN : Distribution.From(dollars).P50;
    }

    /// <summary>
    /// Returns the standard deviation (divisor n) of the instrument's last <see cref="VolatilityBars"/> returns from bar to bar up to a
    /// day, that day's included.
    /// </summary>
    /// <param name="day">A day of the grid; the instrument need not have a bar on it.</param>
    /// <param name="instrument">The instrument's name in the grid.</param>
    /// <returns>
    /// A fraction a bar, not annualised; NaN with fewer than 5 returns, or when the grid does not have the day or the instrument.
    /// </returns>
    public double Volatility(DateOnly day, string instrument)
    {
        var closes = Bars(day, instrument, VolatilityBars + 1).Select(cell => _grid.Close[cell]).ToArray();
        double[] returns = [.. closes.Skip(1).Zip(closes, (before, after) => after / before - 1)];
        return returns.Length < FewestBars ? double.NaN : Moments.Compute(returns).Deviation;
    }

    /// <summary>Returns the cells of the last bars up to a day, newest first.</summary>
    private IEnumerable<int> Bars(DateOnly day, string instrument, int most)
    {
        var column = _grid.IndexOf(instrument);
        if (column < 0 || !_rows.TryGetValue(day, out var row))
            yield break;
        for (var cell = row * _grid.InstrumentCount + column; cell >= 0 && most > 0; cell -= _grid.InstrumentCount)
        {
            if (double.IsNaN(_grid.Close[cell]))
                continue;
            most--;
            yield return cell;
        }
    }
}
