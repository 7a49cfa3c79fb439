using AlphaMix.Core.Features;
using AlphaMix.Core.Features.Residuals;

namespace AlphaMix.Training.Panels;

/// <summary>Computes the rows that depend on all instruments of a day, with the very class that the plugin runs.</summary>
internal static class ResidualRows
{
    /// <summary>Fills the panel's rows.</summary>
    /// <param name="series">Usable daily bars, one series an instrument, in ordinal order.</param>
    /// <param name="spec">Residual features.</param>
    /// <param name="firstRow">The panel's first row of each instrument; row r belongs to bar r + look-back - 1.</param>
    /// <param name="rows">Receives the rows; those of bars without one stay 0.</param>
    /// <returns>Which rows there are.</returns>
    public static bool[] Compute(BarSeries[] series, FeatureSpec spec, int[] firstRow, float[] rows)
    {
        var crossSection = new ResidualCrossSection(spec);
        var columns = Array.ConvertAll(series, each => crossSection.Track(each.Instrument));
        var next = new int[series.Length];
        var hasRow = new bool[firstRow[^1]];
        for (var day = Earliest(series, next); day is { } today; day = Earliest(series, next))
        {
            for (var i = 0; i < series.Length; i++)
            {
                if (IsOn(series[i], next[i], today))
                    ResidualCrossSection.Offer(columns[i], series[i].Bars[next[i]].Close);
            }

            crossSection.Close(today);
            for (var i = 0; i < series.Length; i++)
            {
                if (IsOn(series[i], next[i], today))
                    Copy(columns[i], firstRow[i] + next[i]++ - spec.Lookback + 1, firstRow[i], spec.RowSize);
            }
        }

        return hasRow;

        void Copy(ResidualColumn column, int row, int first, int rowSize)
        {
            if (row < first || !column.HasRow)
                return;
            hasRow[row] = true;
            column.Row.CopyTo(rows.AsSpan(row * rowSize));
        }
    }

    private static bool IsOn(BarSeries series, int bar, DateOnly day) => bar < series.Count && series.Bars[bar].Day == day;

    private static DateOnly? Earliest(BarSeries[] series, int[] next)
    {
        DateOnly? day = null;
        for (var i = 0; i < series.Length; i++)
        {
            if (next[i] < series[i].Count && (day is null || series[i].Bars[next[i]].Day < day))
                day = series[i].Bars[next[i]].Day;
        }

        return day;
    }
}
