using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The prices at which portfolios trade and are valued under one fill rule, computed once for all portfolios. Day-major as the grid. A fill
/// day is the decision day (<see cref="FillRule.Close"/>) or the one after it (<see cref="FillRule.NextOpen"/>). Safe to share between
/// threads.
/// </summary>
internal sealed class FillTable
{
    private readonly MarketGrid _grid;
    private readonly TradingState[] _states;
    private readonly double[] _sharesPerUnit;

    public FillTable(MarketGrid grid, FillRule fill)
    {
        _grid = grid;
        Delay = fill == FillRule.NextOpen ? 1 : 0;
        _states = StatesOf(grid);
        (Growth, _sharesPerUnit) = Compute(grid, fill);
    }

    /// <summary>Gets the number of days from the decision to its fill.</summary>
    public int Delay { get; }

    /// <summary>Gets each instrument's return from the fill of a day to the fill of the next; 0 without a price.</summary>
    public double[] Growth { get; }

    public int Instruments => _grid.InstrumentCount;

    /// <summary>Returns the date of a day.</summary>
    public DateOnly Day(int day) => _grid.Days[day];

    /// <summary>Returns the instrument of a column.</summary>
    public string Name(int instrument) => _grid.Instruments[instrument];

    /// <summary>Returns whether each instrument trades on a day.</summary>
    public ReadOnlySpan<TradingState> States(int day) => _states.AsSpan(day * Instruments, Instruments);

    /// <summary>Returns the cost of trading one unit of money at the fill of each day, day-major.</summary>
    public double[] UnitCosts(ICostModel costs)
    {
        var unit = new double[_sharesPerUnit.Length];
        for (var cell = 0; cell < unit.Length; cell++)
            unit[cell] = costs.CostOf(_sharesPerUnit[cell], _grid.DollarVolume.IsEmpty ? double.NaN : _grid.DollarVolume[cell]);
        return unit;
    }

    private static TradingState[] StatesOf(MarketGrid grid)
    {
        var states = new TradingState[grid.DayCount * grid.InstrumentCount];
        for (var i = 0; i < grid.InstrumentCount; i++)
        {
            var without = TradingState.Delisted;
            for (var day = grid.DayCount - 1; day >= 0; day--)
            {
                var trades = grid.Has(day, i);
                states[day * grid.InstrumentCount + i] = trades ? TradingState.Trading : without;
                without = trades ? TradingState.Halted : without;
            }
        }

        return states;
    }

    // Value of one share at the fill of a day: that day's price, else the last close before it; after the data the last close.
    private static (double[] Growth, double[] SharesPerUnit) Compute(MarketGrid grid, FillRule fill)
    {
        var n = grid.InstrumentCount;
        var prices = fill == FillRule.NextOpen ? grid.Open : grid.Close;
        var growth = new double[grid.DayCount * n];
        var shares = new double[growth.Length];
        for (var i = 0; i < n; i++)
        {
            var (value, close, scale) = (double.NaN, double.NaN, double.NaN);
            for (var day = 0; day <= grid.DayCount; day++)
            {
                var cell = day * n + i;
                var trades = day < grid.DayCount && grid.Has(day, i);
                var next = trades ? prices[cell] : close;
                if (day > 0)
                    growth[cell - n] = double.IsNaN(value) ? 0 : next / value - 1;
                value = next;
                if (day == grid.DayCount)
                    break;
                if (trades)
                    (close, scale) = (grid.Close[cell], grid.Scale[cell]);

                // Shares per unit of money = 1 / price as traded = scale / adjusted price.
                shares[cell] = double.IsNaN(value) ? 0 : scale / value;
            }
        }

        return (growth, shares);
    }
}
