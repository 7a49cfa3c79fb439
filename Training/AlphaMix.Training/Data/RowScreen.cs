using System.Globalization;
using System.Runtime.CompilerServices;

namespace AlphaMix.Training.Data;

/// <summary>Leaves out rows that must not be used, and says which.</summary>
internal static class RowScreen
{
    /// <summary>Gives the sound rows in ascending order of time; rows without volume stay.</summary>
    /// <exception cref="DataException">No row is sound, or all rows run from new to old.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<PriceRow> Screen(string file, List<PriceRow> rows, IntegrityReport report)
    {
        if (rows.Count > 2 && Descends(rows))
            throw new DataException($"{file}: found dates from new to old, expected the oldest row first; sort the file.");

        // A file without faults, the usual one, is not copied.
        List<PriceRow>? sound = null;
        PriceRow? before = null;
        int silent = 0, firstSilent = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (Fault(rows, i, before) is { } fault)
            {
                report.Add(file, row.Line, IntegritySeverity.Error, $"{fault}; the row is left out.");
                sound ??= rows.GetRange(0, i);
                continue;
            }

            sound?.Add(row);
            before = row;
            if (row.Volume == 0 && silent++ == 0)
                firstSilent = row.Line;
        }

        var kept = sound ?? rows;
        if (kept.Count == 0)
            throw new DataException($"{file}: found no sound row, expected at least one; correct or delete the file.");
        if (silent > 0)
            report.Add(file, firstSilent, IntegritySeverity.Warning, Invariant($"found {silent} bars without volume, the first on this line; they are kept but not usable."));
        return kept;
    }

    private static string? Fault(List<PriceRow> rows, int i, in PriceRow? before)
    {
        var row = rows[i];
        if (before is { } last && row.Time <= last.Time)
        {
            return row.Time == last.Time
                ? Invariant($"found {row.Time:yyyy-MM-dd HH:mm} a second time (first on line {last.Line}), expected each time once")
                : Invariant($"found {row.Time:yyyy-MM-dd HH:mm} after {last.Time:yyyy-MM-dd HH:mm}, expected ascending times");
        }

        if (IsStrayFromTheFuture(rows, i))
            return Invariant($"found {row.Time:yyyy-MM-dd HH:mm} before {rows[i + 1].Time:yyyy-MM-dd HH:mm}, expected ascending times");
        if (!(row.Open > 0 && row.High > 0 && row.Low > 0 && row.Close > 0) || !double.IsFinite(row.Open + row.High + row.Low + row.Close))
            return Invariant($"found prices {row.Open}, {row.High}, {row.Low}, {row.Close}, expected positive and finite ones");
        if (row.High < row.Open || row.High < row.Close || row.Low > row.Open || row.Low > row.Close)
            return Invariant($"found open {row.Open}, high {row.High}, low {row.Low}, close {row.Close}, expected low <= open, close <= high");
        if (!(row.Volume >= 0) || !double.IsFinite(row.Volume))
            return Invariant($"found volume {row.Volume}, expected 0 or more");
        return null;
    }

    /// <summary>Tells whether the two rows that follow are both older: then this date is the wrong one, not theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsStrayFromTheFuture(List<PriceRow> rows, int i) =>
        i + 2 < rows.Count && rows[i + 1].Time < rows[i].Time && rows[i + 2].Time < rows[i].Time && rows[i + 1].Time < rows[i + 2].Time;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Descends(List<PriceRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].Time >= rows[i - 1].Time)
                return false;
        }

        return true;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
