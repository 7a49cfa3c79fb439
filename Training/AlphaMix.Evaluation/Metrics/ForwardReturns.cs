namespace AlphaMix.Evaluation.Metrics;

/// <summary>What each instrument earns after each day, to its own next bar.</summary>
internal static class ForwardReturns
{
    /// <summary>
    /// Gives the return of each cell, day-major as the grid: this close to the next bar's close, or the next bar's open to the open of the
    /// one after it. NaN without a bar on the day, or where the data ends before.
    /// </summary>
    public static double[] Of(MarketGrid grid, FillRule fill)
    {
        var n = grid.InstrumentCount;
        var returns = new double[grid.DayCount * n];
        Array.Fill(returns, double.NaN);
        for (var i = 0; i < n; i++)
        {
            // Newest to oldest: `next` is the following bar's cell, `after` the one behind it.
            var (next, after) = (-1, -1);
            for (var cell = (grid.DayCount - 1) * n + i; cell >= 0; cell -= n)
            {
                if (double.IsNaN(grid.Close[cell]))
                    continue;
                if (fill == FillRule.Close && next >= 0)
                    returns[cell] = grid.Close[next] / grid.Close[cell] - 1;
                if (fill == FillRule.NextOpen && after >= 0)
                    returns[cell] = grid.Open[after] / grid.Open[next] - 1;
                (next, after) = (cell, next);
            }
        }

        return returns;
    }
}
