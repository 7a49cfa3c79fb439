using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Factors;

/// <summary>The bars from which factors are computed, instrument by instrument. Immutable; safe to share between threads.</summary>
internal sealed class FactorHistory
{
    private readonly MarketGrid _history;
    private readonly double[] _market;

    /// <summary>Initializes a new instance of the <see cref="FactorHistory"/> class.</summary>
    /// <param name="history">Prices of the days asked about and of those before.</param>
    public FactorHistory(MarketGrid history)
    {
        _history = history;
        _market = new double[history.DayCount];
        var level = 1.0;
        var returns = MarketReturns.Compute(history);
        for (var day = 0; day < _market.Length; day++)
            _market[day] = level *= 1 + returns[day];
    }

    /// <summary>Gets a value indicating whether volumes are known.</summary>
    public bool HasVolumes => !_history.DollarVolume.IsEmpty;

    /// <summary>Returns the rows of some days; -1 for a day that the history does not have.</summary>
    public int[] RowsOf(IEnumerable<DateOnly> days)
    {
        var rows = _history.Days.Select((day, row) => (day, row)).ToDictionary(pair => pair.day, pair => pair.row);
        return [.. days.Select(day => rows.GetValueOrDefault(day, -1))];
    }

    /// <summary>Returns an instrument's bars; none for a name that the history does not have.</summary>
    public InstrumentBars Read(string instrument)
    {
        var column = _history.IndexOf(instrument);
        int[] rows = column < 0 ? [] : [.. Enumerable.Range(0, _history.DayCount).Where(row => _history.Has(row, column))];
        var closes = Array.ConvertAll(rows, row => _history.Close[Cell(row, column)]);
        var (returns, market) = (new double[rows.Length], new double[rows.Length]);
        for (var bar = 1; bar < rows.Length; bar++)
        {
            returns[bar] = closes[bar] / closes[bar - 1] - 1;
            market[bar] = _market[rows[bar]] / _market[rows[bar - 1]] - 1;
        }

        double[] volumes = HasVolumes ? Array.ConvertAll(rows, row => _history.DollarVolume[Cell(row, column)]) : [];
        return new InstrumentBars(rows, closes, returns, market, volumes);
    }

    private int Cell(int row, int column) => row * _history.InstrumentCount + column;
}
