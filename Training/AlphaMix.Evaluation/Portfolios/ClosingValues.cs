using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The value of a portfolio that trades at the next open (<see cref="FillRule.NextOpen"/>), marked at each day's close as a broker's
/// statement or LEAN's equity chart does.
/// </summary>
internal static class ClosingValues
{
    /// <summary>Marks a simulation.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days of the simulation.</param>
    /// <param name="simulation">A simulation with fills at the next open.</param>
    /// <returns>
    /// Per decision, the value at the close of its fill day, after costs, compounded, as a multiple of the starting capital; the day is the
    /// grid day after the decision.
    /// </returns>
    /// <exception cref="ArgumentException">The simulation does not have the span's days.</exception>
    public static double[] Compute(MarketGrid grid, EvaluationSpan span, SimulationResult simulation)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(simulation);
        if (simulation.Days.Length != span.Count)
            throw new ArgumentException($"Expected {span.Count} days, found {simulation.Days.Length}.", nameof(simulation));
        var values = new double[span.Count];
        var atFill = 1.0;
        for (var k = 0; k < span.Count; k++)
        {
            values[k] = atFill * (1 - simulation.Costs[k]) * (1 + Intraday(grid, span.First + k + 1, simulation.Holdings[k]));
            atFill *= 1 + simulation.NetReturns[k];
        }

        return values;
    }

    /// <summary>Returns the portfolio's return from open to close of a day; a name without a bar keeps its value.</summary>
    private static double Intraday(MarketGrid grid, int day, Holding[] holdings)
    {
        var gain = 0.0;
        foreach (var holding in holdings)
        {
            var cell = day * grid.InstrumentCount + holding.Instrument;
            if (grid.Has(day, holding.Instrument))
                gain += holding.PortfolioWeight * (grid.Close[cell] / grid.Open[cell] - 1);
        }

        return gain;
    }
}
