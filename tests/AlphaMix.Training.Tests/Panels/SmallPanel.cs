using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Tests.Panels;

internal static class SmallPanel
{
    public static Panel Scaled(IReadOnlyList<BarSeries> series, Pool pool) => Panel.Compute(series, pool.Manifest.Features).Scaled(pool.Scaler);
}
