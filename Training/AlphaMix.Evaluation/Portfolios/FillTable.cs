namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The prices at which portfolios trade and are valued under one fill rule, worked out once for all portfolios. Day-major as the grid.
/// A fill day is the decision day (<see cref="FillRule.Close"/>) or the one after it (<see cref="FillRule.NextOpen"/>).
/// </summary>
internal sealed class FillTable
{
    private readonly MarketGrid _grid;
    private readonly int[] _lastBar;

    public FillTable(MarketGrid grid, PortfolioOptions options)
    {
        _grid = grid;
        Delay = options.Fill == FillRule.NextOpen ? 1 : 0;
        _lastBar = LastBars(grid);
        (Growth, UnitCost) = Work(grid, options);
    }

    /// <summary>Gets the number of days from the decision to its fill.</summary>
    public int Delay { get; }

    /// <summary>Gets each instrument's return from the fill of a day to the fill of the next; 0 without a price.</summary>
    public double[] Growth { get; }

    /// <summary>Gets the cost of trading one unit of money at the fill of a day.</summary>
    public double[] UnitCost { get; }

    public int Instruments => _grid.InstrumentCount;

    /// <summary>Gives whether the instrument can be bought on the day.</summary>
    public bool Trades(int day, int instrument) => _grid.Has(day, instrument);

    /// <summary>Gives whether the instrument pauses on the day: no bar, but one later. After its last bar ever it can be sold at its last price.</summary>
    public bool Halted(int day, int instrument) => day < _lastBar[instrument] && !_grid.Has(day, instrument);

    /// <summary>Gives whether the instrument has no bar on the day and none later.</summary>
    public bool Ended(int day, int instrument) => day > _lastBar[instrument];

    private static int[] LastBars(MarketGrid grid)
    {
        var last = new int[grid.InstrumentCount];
        Array.Fill(last, -1);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < last.Length; i++)
            {
                if (grid.Has(day, i))
                    last[i] = day;
            }
        }

        return last;
    }

    // Value of one share at the fill of a day: that day's price, else the last close before it; after the data the last close.
    private static (double[] Growth, double[] UnitCost) Work(MarketGrid grid, PortfolioOptions options)
    {
        var n = grid.InstrumentCount;
        var prices = options.Fill == FillRule.NextOpen ? grid.Open : grid.Close;
        var growth = new double[grid.DayCount * n];
        var unitCost = new double[growth.Length];
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
                var shares = double.IsNaN(value) ? 0 : scale / value;
                unitCost[cell] = options.CostBps / 10_000 + options.CostPerShare * shares;
            }
        }

        return (growth, unitCost);
    }
}
