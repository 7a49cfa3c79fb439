namespace AlphaMix.Evaluation.Portfolios;

/// <summary>The trades of a simulated portfolio by instrument, recomputed from its holdings and the prices.</summary>
internal static class TradeSizes
{
    // Rounding leaves this much of a weight that was not traded.
    private const double Nothing = 1e-12;

    /// <summary>
    /// Returns the trades of each decision, as fractions of the portfolio: |weight after the fill - weight drifted since the last|.
    /// </summary>
    public static (int Instrument, double Share)[][] Compute(Simulator simulator, SimulationResult simulation)
    {
        var (fills, span) = (simulator.Fills, simulator.Span);
        var drifted = new Dictionary<int, double>();
        var trades = new (int, double)[span.Count][];
        for (var d = 0; d < span.Count; d++)
        {
            var after = simulation.Holdings[d].ToDictionary(holding => holding.Instrument, holding => holding.PortfolioWeight);
            trades[d] =
            [
                .. from instrument in drifted.Keys.Union(after.Keys)
                   let share = Math.Abs(after.GetValueOrDefault(instrument) - drifted.GetValueOrDefault(instrument))
                   where share > Nothing
                   select (instrument, share)
            ];
            var row = (span.First + d + fills.Delay) * fills.Instruments;
            drifted = after.ToDictionary(
                pair => pair.Key, pair => pair.Value * (1 + fills.Growth[row + pair.Key]) / (1 + simulation.GrossReturns[d]));
        }

        return trades;
    }
}
