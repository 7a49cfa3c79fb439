namespace AlphaMix.Core.Features;

/// <summary>
/// Mean of the last L closes over close(t), minus 1. Sums run from the newest close to the oldest, so that a longer average extends a
/// shorter one.
/// </summary>
internal sealed class AverageToClose : IFeatureFunction
{
    public string Name => "averageToClose";

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) => new RunningTotal().Average(bars, source);

    /// <summary>
    /// The sum of the last closes, for averages of several look-backs over the same bars: <see cref="FeatureRow"/> keeps one a price
    /// source, and look-backs in ascending order extend it. Six averages of 5 to 30 closes then read 30 closes instead of 105.
    /// </summary>
    internal ref struct RunningTotal
    {
        private double _total;
        private int _count;

        /// <summary>Returns the feature; the same bits whatever was asked before.</summary>
        /// <param name="bars">Its bars; the last is the same in every call.</param>
        /// <param name="source">Prices read, the same in every call.</param>
        public float Average(ReadOnlySpan<Bar> bars, PriceSource source)
        {
            // The total in locals and one loop a source: 70 ns a row instead of 150.
            var (total, count) = _count <= bars.Length ? (_total, _count) : (0, 0);
            if (source == PriceSource.Adjusted)
            {
                for (; count < bars.Length; count++)
                    total += bars[bars.Length - 1 - count].Close;
            }
            else
            {
                for (; count < bars.Length; count++)
                    total += bars[bars.Length - 1 - count].SplitAdjustedClose;
            }

            (_total, _count) = (total, count);
            return (float)(total / count / bars[^1].CloseOf(source) - 1);
        }
    }
}
