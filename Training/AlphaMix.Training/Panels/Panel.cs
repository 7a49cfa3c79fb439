using AlphaMix.Core.Features;

namespace AlphaMix.Training.Panels;

/// <summary>
/// Features of all instruments and bars: one contiguous row-major array (rows x F), instrument after instrument in ordinal order,
/// so that every window is a slice. Only usable bars have rows. Nothing changes a panel once it is made: scaling makes another.
/// </summary>
public sealed class Panel
{
    private readonly int[] _firstRow;
    private readonly bool[]? _hasRow;

    private Panel(FeatureSpec spec, IReadOnlyList<BarSeries> series, int[] firstRow, float[] rows, bool[]? hasRow, bool isScaled = false)
    {
        IsScaled = isScaled;
        Spec = spec;
        Series = series;
        _firstRow = firstRow;
        Rows = rows;
        _hasRow = hasRow;
    }

    /// <summary>Gets the features.</summary>
    public FeatureSpec Spec { get; }

    /// <summary>Gets the usable bars, one series an instrument, in ordinal order of the instruments.</summary>
    public IReadOnlyList<BarSeries> Series { get; }

    /// <summary>Gets the rows, shape <c>(rows, F)</c>; not to be written to, since panels share them.</summary>
    public float[] Rows { get; }

    /// <summary>Gets a value indicating whether the rows are scaled.</summary>
    public bool IsScaled { get; }

    /// <summary>Computes the unscaled features.</summary>
    /// <param name="series">Bars of any instruments in any order; bars that are not usable are left out.</param>
    /// <param name="spec">The features.</param>
    /// <exception cref="ArgumentException">Two series of one instrument, or a series of another resolution than the features.</exception>
    public static Panel Compute(IEnumerable<BarSeries> series, FeatureSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        spec.Validate();
        var usable = series.Select(each => each.Usable()).OrderBy(each => each.Instrument, StringComparer.Ordinal).ToArray();
        Check(usable, spec);

        var firstRow = new int[usable.Length + 1];
        for (var i = 0; i < usable.Length; i++)
            firstRow[i + 1] = checked(firstRow[i] + Math.Max(0, usable[i].Count - spec.Lookback + 1));
        var rows = new float[checked(firstRow[^1] * spec.RowSize)];
        if (spec.IsCrossSectional)
            return new Panel(spec, usable, firstRow, rows, ResidualRows.Compute(usable, spec, firstRow, rows));
        Parallel.For(0, usable.Length, i => ComputeRows(usable[i], spec, rows.AsSpan(firstRow[i] * spec.RowSize)));
        return new Panel(spec, usable, firstRow, rows, null);
    }

    /// <summary>Returns the number of rows of an instrument; row r belongs to bar r + <see cref="FeatureSpec.Lookback"/> - 1.</summary>
    /// <param name="instrument">Index in <see cref="Series"/>.</param>
    public int RowCount(int instrument) => _firstRow[instrument + 1] - _firstRow[instrument];

    /// <summary>Returns the row that belongs to a bar, or -1 when too few bars lie before it.</summary>
    /// <param name="instrument">Index in <see cref="Series"/>.</param>
    /// <param name="bar">Index in that series.</param>
    public int RowOfBar(int instrument, int bar) =>
        bar < Spec.Lookback - 1 ? -1 : _firstRow[instrument] + bar - Spec.Lookback + 1;

    /// <summary>Returns the offset in <see cref="Rows"/> of the window that ends at a bar, or -1 when the window is not full.</summary>
    /// <param name="instrument">Index in <see cref="Series"/>.</param>
    /// <param name="bar">Index in that series.</param>
    public int WindowOffset(int instrument, int bar)
    {
        var first = RowOfBar(instrument, bar) - Spec.Window + 1;
        if (RowOfBar(instrument, bar) < 0 || first < _firstRow[instrument])
            return -1;
        return _hasRow is null || !_hasRow.AsSpan(first, Spec.Window).Contains(false) ? first * Spec.RowSize : -1;
    }

    /// <summary>
    /// Returns this panel with scaled rows: bar time after bar time where the other instruments count, else instrument after instrument.
    /// Prices and places are shared, and so are the rows where the scaler leaves them as they are; else they are one copy.
    /// </summary>
    /// <param name="scaler">The scaler; it must know every instrument of the panel.</param>
    /// <exception cref="InvalidOperationException">The rows are scaled already.</exception>
    public Panel Scaled(Scaler scaler)
    {
        ArgumentNullException.ThrowIfNull(scaler);
        if (IsScaled)
            throw new InvalidOperationException("The panel is scaled already.");
        if (scaler.Kind == ScalerKind.None)
            return new Panel(Spec, Series, _firstRow, Rows, _hasRow, isScaled: true);
        var rows = (float[])Rows.Clone();
        if (scaler.Kind == ScalerKind.CrossSectional)
            ScaleByTime(scaler, rows);
        else
            Parallel.For(0, Series.Count, i => scaler.Scale(
                Enumerable.Repeat(Series[i].Instrument, RowCount(i)).ToArray(),
                rows.AsSpan(_firstRow[i] * Spec.RowSize, RowCount(i) * Spec.RowSize)));
        return new Panel(Spec, Series, _firstRow, rows, _hasRow, isScaled: true);
    }

    private void ScaleByTime(Scaler scaler, float[] rows)
    {
        var rowSize = Spec.RowSize;
        foreach (var (instruments, rowIndices) in RowsByTime())
        {
            var batch = new float[rowIndices.Count * rowSize];
            for (var i = 0; i < rowIndices.Count; i++)
                rows.AsSpan(rowIndices[i] * rowSize, rowSize).CopyTo(batch.AsSpan(i * rowSize));
            scaler.Scale(instruments, batch);
            for (var i = 0; i < rowIndices.Count; i++)
                batch.AsSpan(i * rowSize, rowSize).CopyTo(rows.AsSpan(rowIndices[i] * rowSize));
        }
    }

    /// <summary>Merges the series by time: per bar time the instruments that have a row, in ordinal order.</summary>
    private IEnumerable<(List<string> Instruments, List<int> Rows)> RowsByTime()
    {
        var next = new PriorityQueue<int, (DateTime Time, int Instrument)>();
        var bar = new int[Series.Count];
        for (var i = 0; i < Series.Count; i++)
            Enqueue(i, bar[i] = Spec.Lookback - 1);

        var instruments = new List<string>();
        var rows = new List<int>();
        while (next.TryPeek(out _, out var first))
        {
            instruments.Clear();
            rows.Clear();
            while (next.TryPeek(out var i, out var key) && key.Time == first.Time)
            {
                next.Dequeue();
                instruments.Add(Series[i].Instrument);
                rows.Add(RowOfBar(i, bar[i]));
                Enqueue(i, ++bar[i]);
            }

            yield return (instruments, rows);
        }

        void Enqueue(int instrument, int index)
        {
            if (index < Series[instrument].Count)
                next.Enqueue(instrument, (Series[instrument].Bars[index].Time, instrument));
        }
    }

    private static void ComputeRows(BarSeries series, FeatureSpec spec, Span<float> rows)
    {
        for (var last = spec.Lookback - 1; last < series.Count; last++)
        {
            var history = series.Bars.Slice(last - spec.Lookback + 1, spec.Lookback);
            FeatureRow.Compute(spec, history, rows.Slice((last - spec.Lookback + 1) * spec.RowSize, spec.RowSize));
        }
    }

    private static void Check(BarSeries[] series, FeatureSpec spec)
    {
        for (var i = 0; i < series.Length; i++)
        {
            if (series[i].Resolution != spec.Resolution)
                throw new ArgumentException(
                    $"{series[i].Instrument}: found {series[i].Resolution} bars, the features are made for {spec.Resolution}.");
            if (i > 0 && series[i].Instrument == series[i - 1].Instrument)
                throw new ArgumentException($"{series[i].Instrument}: found two series, expected one an instrument.");
        }
    }
}
