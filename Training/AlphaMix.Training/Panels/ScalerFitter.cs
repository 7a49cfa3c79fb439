using AlphaMix.Core.Features;

namespace AlphaMix.Training.Panels;

/// <summary>Fits scalers on the rows of the training span and nothing else.</summary>
internal static class ScalerFitter
{
    /// <summary>Fits a scaler.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="panel">An unscaled panel.</param>
    /// <param name="from">First day of the training span.</param>
    /// <param name="to">First day after it.</param>
    /// <returns>The scaler; a <see cref="ScalerKind.PerInstrument"/> one knows only instruments with a row in the span.</returns>
    /// <exception cref="InvalidOperationException">The panel is scaled already, or has no row in the span.</exception>
    public static Scaler Fit(ScalerKind kind, Panel panel, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (panel.IsScaled)
            throw new InvalidOperationException("A scaler is fitted on unscaled rows.");
        return kind switch
        {
            ScalerKind.Pooled => new PooledScaler(Moments(panel, Enumerable.Range(0, panel.Series.Count), from, to)
                ?? throw new InvalidOperationException($"No bar in the training span {from:yyyy-MM-dd}..{to:yyyy-MM-dd} has features.")),
            ScalerKind.PerInstrument => new PerInstrumentScaler(PerInstrument(panel, from, to)),
            ScalerKind.None => new NoScaler(),
            _ => new CrossSectionalScaler()
        };
    }

    private static SortedDictionary<string, FeatureMoments> PerInstrument(Panel panel, DateOnly from, DateOnly to)
    {
        var moments = new SortedDictionary<string, FeatureMoments>(StringComparer.Ordinal);
        for (var i = 0; i < panel.Series.Count; i++)
        {
            if (Moments(panel, [i], from, to) is { } known)
                moments[panel.Series[i].Instrument] = known;
        }

        return moments;
    }

    private static FeatureMoments? Moments(Panel panel, IEnumerable<int> instruments, DateOnly from, DateOnly to)
    {
        var segments = new List<ReadOnlyMemory<float>>();
        foreach (var i in instruments)
        {
            if (Rows(panel, i, from, to) is { Length: > 0 } rows)
                segments.Add(rows);
        }

        return segments.Count == 0 ? null : FeatureMoments.Compute(segments, panel.Spec.RowSize);
    }

    /// <summary>Returns the rows of an instrument's bars in the span: they lie in one piece.</summary>
    private static ReadOnlyMemory<float> Rows(Panel panel, int instrument, DateOnly from, DateOnly to)
    {
        var bars = panel.Series[instrument].Bars;
        var first = panel.Spec.Lookback - 1;
        while (first < bars.Length && bars[first].Day < from)
            first++;
        var end = first;
        while (end < bars.Length && bars[end].Day < to)
            end++;
        return end == first
            ? default
            : panel.Rows.AsMemory(panel.RowOfBar(instrument, first) * panel.Spec.RowSize, (end - first) * panel.Spec.RowSize);
    }
}
