using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

/// <summary>
/// An account in money and units, kept from a simulation's recorded holdings alone: at each fill it trades to the recorded weights, and at the next fill it is
/// valued at the prices there.
/// </summary>
/// <param name="grid">Prices.</param>
/// <param name="span">Decision days of the simulation.</param>
/// <param name="fill">When orders filled.</param>
internal sealed class AccountOracle(MarketGrid grid, EvaluationSpan span, FillRule fill)
{
    private readonly int _delay = fill == FillRule.NextOpen ? 1 : 0;
    private readonly double[] _units = new double[grid.InstrumentCount];
    private double _cash = 1;

    /// <summary>Gets what the account did on each day.</summary>
    public List<Day> Days { get; } = [];

    /// <summary>Trades and values all days of a simulation, before costs.</summary>
    public void Follow(SimulationResult simulation)
    {
        for (var d = 0; d < span.Count; d++)
            Step(span.First + d + _delay, simulation.Holdings[d]);
    }

    private void Step(int day, Holding[] holdings)
    {
        var before = Value(day);
        var targets = new double[_units.Length];
        foreach (var holding in holdings)
            targets[holding.Instrument] = holding.PortfolioWeight * before;
        var (bought, sold, stuck) = (0.0, 0.0, 0.0);
        for (var i = 0; i < _units.Length; i++)
        {
            var change = targets[i] - Money(i, day);
            _cash -= change;
            _units[i] = targets[i] == 0 ? 0 : targets[i] / Price(i, day);
            bought += Math.Max(change, 0);
            sold += Math.Max(-change, 0);
            stuck = Math.Max(stuck, CanTrade(i, day) || targets[i] == 0 ? 0 : Math.Abs(change));
        }

        Days.Add(new Day(Value(day + 1) / before - 1, bought / before, sold / before, stuck / before, _cash / before));
    }

    private double Value(int day) => _cash + Enumerable.Range(0, _units.Length).Sum(i => Money(i, day));

    private double Money(int i, int day) => _units[i] == 0 ? 0 : _units[i] * Price(i, day);

    private bool CanTrade(int i, int day) => grid.Has(day, i);

    // The price of the fill on a day with a bar, else the last close before it.
    private double Price(int i, int day)
    {
        if (day < grid.DayCount && grid.Has(day, i))
            return (fill == FillRule.NextOpen ? grid.Open : grid.Close)[day * grid.InstrumentCount + i];
        for (day = Math.Min(day, grid.DayCount) - 1; ; day--)
        {
            if (grid.Has(day, i))
                return grid.Close[day * grid.InstrumentCount + i];
        }
    }

    /// <summary>One day of the account.</summary>
    /// <param name="Return">Gain from this fill to the next.</param>
    /// <param name="Bought">Money spent, as a share of the value.</param>
    /// <param name="Sold">Money received, as a share of the value.</param>
    /// <param name="TradedWithoutABar">The most that was traded of a name that is kept without a bar.</param>
    /// <param name="Cash">Money after the trades, as a share of the value.</param>
    internal readonly record struct Day(double Return, double Bought, double Sold, double TradedWithoutABar, double Cash);
}
