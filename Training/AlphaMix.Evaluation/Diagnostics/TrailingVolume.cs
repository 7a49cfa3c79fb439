using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What each instrument trades in a day and how much it moves, told on each day from the bars up to it alone.</summary>
public sealed class TrailingVolume
{
    /// <summary>Bars behind a median.</summary>
    public const int VolumeBars = 20;

    /// <summary>Returns behind a volatility.</summary>
    public const int VolatilityBars = 60;

    private const int FewestBars = 5;

    private readonly MarketGrid _grid;
    private readonly double[] _dollars;
    private readonly double[] _volatility;
    private readonly Dictionary<DateOnly, int> _rows;

    private TrailingVolume(MarketGrid grid)
    {
        _grid = grid;
        _rows = grid.Days.Select((day, row) => (day, row)).ToDictionary(pair => pair.day, pair => pair.row);
        (_dollars, _volatility) = (new double[grid.Close.Length], new double[grid.Close.Length]);
        Array.Fill(_dollars, double.NaN);
        Array.Fill(_volatility, double.NaN);
        for (var i = 0; i < grid.InstrumentCount; i++)
            Fill(i);
    }

    /// <summary>Measures a grid.</summary>
    /// <param name="history">Prices and volumes from before the days asked about.</param>
    /// <returns>Null when the grid has no volumes.</returns>
    public static TrailingVolume? Of(MarketGrid history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.DollarVolume.IsEmpty ? null : new TrailingVolume(history);
    }

    /// <summary>Gives the median dollar volume of the instrument's last 20 bars up to a day; NaN with fewer than 5, or for a day that the grid does not have.</summary>
    public double Dollars(DateOnly day, string instrument) => At(_dollars, day, instrument);

    /// <summary>Gives the standard deviation of the instrument's last 60 daily returns up to a day, as a fraction; NaN with fewer than 5.</summary>
    public double Volatility(DateOnly day, string instrument) => At(_volatility, day, instrument);

    private double At(double[] cells, DateOnly day, string instrument) =>
        _rows.TryGetValue(day, out var row) && _grid.IndexOf(instrument) is >= 0 and var column
            ? cells[row * _grid.InstrumentCount + column]
            : double.NaN;

    // A day without a bar has what the bars before it gave.
    private void Fill(int instrument)
    {
        var (dollars, returns) = (new List<double>(), new List<double>());
        var close = double.NaN;
        for (var cell = instrument; cell < _dollars.Length; cell += _grid.InstrumentCount)
        {
            var traded = _grid.DollarVolume[cell];
            if (!double.IsNaN(traded))
            {
                Keep(dollars, traded, VolumeBars);
                if (!double.IsNaN(close))
                    Keep(returns, _grid.Close[cell] / close - 1, VolatilityBars);
                close = _grid.Close[cell];
            }

            if (dollars.Count >= FewestBars)
                _dollars[cell] = Distribution.From([.. dollars]).P50;
            if (returns.Count >= FewestBars)
                _volatility[cell] = Moments.Of([.. returns]).Deviation;
        }
    }

    private static void Keep(List<double> values, double value, int most)
    {
        if (values.Count == most)
            values.RemoveAt(0);
        values.Add(value);
    }
}
