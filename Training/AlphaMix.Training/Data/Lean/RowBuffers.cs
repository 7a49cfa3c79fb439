using System.Collections.Concurrent;

namespace AlphaMix.Training.Data.Lean;

/// <summary>
/// Lists of rows for the next file: a fresh one of its size costs as much as half of its parsing. Safe to use from several threads.
/// </summary>
internal static class RowBuffers
{
    private static readonly ConcurrentBag<List<PriceRow>> Free = [];

    /// <summary>Returns an empty list.</summary>
    /// <param name="capacity">Rows expected.</param>
    public static List<PriceRow> Rent(int capacity)
    {
        if (!Free.TryTake(out var rows))
            return new List<PriceRow>(capacity);
        rows.EnsureCapacity(capacity);
        return rows;
    }

    /// <summary>Takes a list back that is not used again.</summary>
    public static void Return(List<PriceRow> rows)
    {
        rows.Clear();
        Free.Add(rows);
    }
}
