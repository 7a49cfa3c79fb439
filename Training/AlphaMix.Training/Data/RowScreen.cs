using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlphaMix.Training.Data;

/// <summary>Leaves out rows that must not be used, and says which.</summary>
internal static class RowScreen
{
    /// <summary>Returns the sound rows in ascending order of time; rows without volume stay.</summary>
    /// <exception cref="DataException">No row is sound, or all rows run from new to old.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<PriceRow> Screen(string file, List<PriceRow> rows, IntegrityReport report)
    {
        if (rows.Count > 2 && Descends(rows))
            throw new DataException($"{file}: found dates from new to old, expected the oldest row first; sort the file.");

        // A file without faults, the usual one, is not copied.
        var all = CollectionsMarshal.AsSpan(rows);
        List<PriceRow>? sound = null;
        int before = -1, silent = 0, firstSilent = 0;
        for (var i = 0; i < all.Length; i++)
        {
            ref readonly var row = ref all[i];
            if (Fault(all, i, before) is { } fault)
            {
                report.Add(file, row.Line, IntegritySeverity.Error, $"{fault}; the row is left out.");
                sound ??= FirstOf(rows, i);
                continue;
            }

            sound?.Add(row);
            before = i;
            if (row.Volume == 0 && silent++ == 0)
                firstSilent = row.Line;
        }

        var kept = sound ?? rows;
        if (kept.Count == 0)
            throw new DataException($"{file}: found no sound row, expected at least one; correct or delete the file.");
        if (silent > 0)
            report.Add(
                file, firstSilent, IntegritySeverity.Warning,
                Invariant($"found {silent} bars without volume, the first on this line; they are kept but not usable."));
        return kept;
    }

    private static List<PriceRow> FirstOf(List<PriceRow> rows, int count)
    {
        var first = new List<PriceRow>(rows.Count);
        first.AddRange(CollectionsMarshal.AsSpan(rows)[..count]);
        return first;
    }

    private static string? Fault(ReadOnlySpan<PriceRow> rows, int i, int before)
    {
        ref readonly var row = ref rows[i];
        if (before >= 0 && row.Time <= rows[before].Time)
        {
            ref readonly var last = ref rows[before];
            return row.Time == last.Time
                ? Invariant($"found {row.Time:yyyy-MM-dd HH:mm} a second time (first on line {last.Line}), expected each time once")
                : Invariant($"found {row.Time:yyyy-MM-dd HH:mm} after {last.Time:yyyy-MM-dd HH:mm}, expected ascending times");
        }

        if (IsStrayFromTheFuture(rows, i))
            return Invariant($"found {row.Time:yyyy-MM-dd HH:mm} before {rows[i + 1].Time:yyyy-MM-dd HH:mm}, expected ascending times");
        if (!(row.Open > 0 && row.High > 0 && row.Low > 0 && row.Close > 0) || !double.IsFinite(row.Open + row.High + row.Low + row.Close))
            return Invariant($"found prices {row.Open}, {row.High}, {row.Low}, {row.Close}, expected positive and finite ones");
        if (row.High < row.Open || row.High < row.Close || row.Low > row.Open || row.Low > row.Close)
            return Invariant(
                $"found open {row.Open}, high {row.High}, low {row.Low}, close {row.Close}, expected low <= open, close <= high");
        if (!(row.Volume >= 0) || !double.IsFinite(row.Volume))
            return Invariant($"found volume {row.Volume}, expected 0 or more");
        return null;
    }

    /// <summary>Returns whether the two rows that follow are both older: then this date is the wrong one, not theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsStrayFromTheFuture(ReadOnlySpan<PriceRow> rows, int i) =>
        i + 2 < rows.Length && rows[i + 1].Time < rows[i].Time && rows[i + 2].Time < rows[i].Time && rows[i + 1].Time < rows[i + 2].Time;

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
