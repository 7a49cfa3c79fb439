namespace AlphaMix.Evaluation.Markets;

/// <summary>The return of the market as a whole: the mean over its instruments.</summary>
internal static class MarketReturns
{
    /// <summary>
    /// Returns the mean close-to-close return of all instruments with a bar on the day and on the day before, shape <c>(days)</c>; 0 on
    /// the first day, and where there is none.
    /// </summary>
    public static double[] Compute(MarketGrid grid)
    {
        var n = grid.InstrumentCount;
        var market = new double[grid.DayCount];
        for (var day = 1; day < grid.DayCount; day++)
        {
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < n; i++)
            {
                if (!grid.Has(day, i) || !grid.Has(day - 1, i))
                    continue;
                sum += grid.Close[day * n + i] / grid.Close[(day - 1) * n + i] - 1;
                count++;
            }

            market[day] = count == 0 ? 0 : sum / count;
        }

        return market;
    }
}
