using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// What each instrument trades in a day and how much it moves, on each day from the bars up to it alone. Safe to share between
/// threads.
/// </summary>
public sealed class TrailingVolume
{
    /// <summary>Bars behind a median.</summary>
    public const int VolumeBars = 20;

    /// <summary>Returns behind a volatility.</summary>
    public const int VolatilityBars = 60;

    private const int FewestBars = 5;

    private readonly MarketGrid _grid;
    private readonly Dictionary<DateOnly, int> _rows;

    private TrailingVolume(MarketGrid grid)
    {
        _grid = grid;
        _rows = grid.Days.Select((day, row) => (day, row)).ToDictionary(pair => pair.day, pair => pair.row);
    }

    /// <summary>Takes the volumes of a grid.</summary>
    /// <param name="history">Prices and volumes from before the days asked about.</param>
    /// <returns>Null when the grid has no volumes.</returns>
    public static TrailingVolume? From(MarketGrid history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.DollarVolume.IsEmpty ? null : new TrailingVolume(history);
    }

    /// <summary>
    /// Gives the median dollar volume of the instrument's last 20 bars up to a day; NaN with fewer than 5, or for what the grid does not
    /// have.
    /// </summary>
    public double Dollars(DateOnly day, string instrument)
    {
        var dollars = Bars(day, instrument, VolumeBars).Select(cell => _grid.DollarVolume[cell]).ToArray();
        return dollars.Length < FewestBars ? double.NaN : Distribution.From(dollars).P50;
    }

    /// <summary>
    /// Gives the standard deviation of the instrument's last 60 returns from bar to bar up to a day, as a fraction; NaN with fewer than 5.
    /// </summary>
    public double Volatility(DateOnly day, string instrument)
    {
        var closes = Bars(day, instrument, VolatilityBars + 1).Select(cell => _grid.Close[cell]).ToArray();
        double[] returns = [.. closes.Skip(1).Zip(closes, (before, after) => after / before - 1)];
        return returns.Length < FewestBars ? double.NaN : Moments.Compute(returns).Deviation;
    }

    /// <summary>Gives the cells of the last bars up to a day, newest first.</summary>
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
