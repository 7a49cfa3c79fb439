using AlphaMix.Core.Features;

namespace AlphaMix.Training.Panels;

/// <summary>Fits scalers on the rows of the training span and nothing else.</summary>
public static class ScalerFitter
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
        var rows = new List<float>();
        foreach (var i in instruments)
        {
            var bars = panel.Series[i].Bars;
            for (var b = panel.Spec.Lookback - 1; b < bars.Length; b++)
            {
                if (bars[b].Day >= from && bars[b].Day < to)
                    rows.AddRange(panel.Rows.AsSpan(panel.RowOfBar(i, b) * panel.Spec.RowSize, panel.Spec.RowSize));
            }
        }

        return rows.Count == 0
            ? null
            : FeatureMoments.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows), panel.Spec.RowSize);
    }
}
