using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>The cells of a day that can be judged: scored, and with a known forward return.</summary>
internal static class ScoredCells
{
    /// <summary>Returns the day's cells in the order of columns.</summary>
    public static int[] Find(MarketGrid grid, ScoreSheet scores, double[] forward, int day)
    {
        var cells = new List<int>(grid.InstrumentCount);
        for (var cell = day * grid.InstrumentCount; cell < (day + 1) * grid.InstrumentCount; cell++)
        {
            if (!double.IsNaN(scores.Probabilities[cell]) && !double.IsNaN(forward[cell]))
                cells.Add(cell);
        }

        return [.. cells];
    }

    /// <summary>
    /// Returns them from the lowest score to the highest; of equal scores the lower column comes last, since it ranks higher.
    /// </summary>
    public static int[] Ascending(MarketGrid grid, ScoreSheet scores, double[] forward, int day)
    {
        var cells = Find(grid, scores, forward, day);
        Array.Sort(cells, (a, b) =>
        {
            var order = scores.Probabilities[a].CompareTo(scores.Probabilities[b]);
            return order == 0 ? b.CompareTo(a) : order;
        });
        return cells;
    }
}
