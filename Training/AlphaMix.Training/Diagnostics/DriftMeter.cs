using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Diagnostics;

/// <summary>Compares the scaled features of the bars that a pool was trained on with those of the span it is used on.</summary>
internal static class DriftMeter
{
    /// <summary>Compares all features.</summary>
    /// <param name="manifest">The pool's; its training span is compared.</param>
    /// <param name="panel">Scaled rows, from the first bar of the data.</param>
    /// <param name="simulator">The span of use.</param>
    /// <returns>One entry a feature; empty when the data has no bar of the training span, or of the span of use.</returns>
    public static IReadOnlyList<FeatureDrift> Compare(PoolManifest manifest, Panel panel, Simulator simulator)
    {
        var (grid, span) = (simulator.Grid, simulator.Span);
        if (span.Count == 0)
            return [];
        var before = Rows(panel, manifest.TrainedFrom, manifest.TrainedTo);
        var now = Rows(panel, grid.Days[span.First], grid.Days[span.End - 1]);
        if (before.Length == 0 || now.Length == 0)
            return [];
        return
        [
            .. panel.Spec.Features.Select((feature, f) => FeatureDrift.Compute(
                feature.Name,
                Array.ConvertAll(before, row => (double)panel.Rows[row * panel.Spec.RowSize + f]),
                Array.ConvertAll(now, row => (double)panel.Rows[row * panel.Spec.RowSize + f])))
        ];
    }

    private static int[] Rows(Panel panel, DateOnly from, DateOnly through)
    {
        var rows = new List<int>();
        for (var i = 0; i < panel.Series.Count; i++)
        {
            var bars = panel.Series[i].Bars;
            for (var bar = panel.Spec.Lookback - 1; bar < bars.Length; bar++)
            {
                if (bars[bar].Day >= from && bars[bar].Day <= through)
                    rows.Add(panel.RowOfBar(i, bar));
            }
        }

        return [.. rows];
    }
}
