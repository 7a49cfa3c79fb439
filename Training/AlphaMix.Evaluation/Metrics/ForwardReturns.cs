using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Metrics;

/// <summary>What each instrument earns after each day, over its own next bars.</summary>
internal static class ForwardReturns
{
    /// <summary>
    /// Returns the return of each cell, day-major as the grid: this close to the close so many bars later, or the next bar's open to the
    /// open so many bars after it. NaN without a bar on the day, or where the data ends before.
    /// </summary>
    /// <param name="grid">Prices.</param>
    /// <param name="fill">Closes or opens.</param>
    /// <param name="horizon">Bars ahead, at least 1; a halt lengthens the time, not the number.</param>
    public static double[] Compute(MarketGrid grid, FillRule fill, int horizon = 1)
    {
        var n = grid.InstrumentCount;
        var returns = new double[grid.DayCount * n];
        Array.Fill(returns, double.NaN);
        var delay = fill == FillRule.NextOpen ? 1 : 0;
        var prices = fill == FillRule.NextOpen ? grid.Open : grid.Close;
        var bars = new List<int>(grid.DayCount);
        for (var i = 0; i < n; i++)
        {
            bars.Clear();
            for (var cell = i; cell < returns.Length; cell += n)
            {
                if (!double.IsNaN(grid.Close[cell]))
                    bars.Add(cell);
            }

            for (var bar = 0; bar + delay + horizon < bars.Count; bar++)
                returns[bars[bar]] = prices[bars[bar + delay + horizon]] / prices[bars[bar + delay]] - 1;
        }

        return returns;
    }
}
