using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Diagnostics;

/// <summary>Compares the scaled features of the bars that a pool was trained on with those of the span it is used on.</summary>
internal static class DriftMeter
{
    /// <summary>Compares all features.</summary>
    /// <param name="windows">The pool and its windows; its panel reaches back to the first bar of the data.</param>
    /// <returns>One entry a feature; empty when the data has no bar of the training span, or of the span of use.</returns>
    public static IReadOnlyList<FeatureDrift> Of(PoolWindows windows)
    {
        var (panel, manifest, grid) = (windows.Panel, windows.Pool.Manifest, windows.Grid);
        if (windows.Span.Count == 0)
            return [];
        var before = Rows(panel, manifest.TrainedFrom, manifest.TrainedTo);
        var now = Rows(panel, grid.Days[windows.Span.First], grid.Days[windows.Span.End - 1]);
        if (before.Length == 0 || now.Length == 0)
            return [];
        return
        [
            .. panel.Spec.Features.Select((feature, f) => FeatureDrift.Of(
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
