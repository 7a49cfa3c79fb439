using System.Runtime.CompilerServices;
using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Lean;

/// <summary>Turns raw rows into adjusted bars as LEAN's <c>DataNormalizationMode.Adjusted</c> does.</summary>
internal static class Adjustment
{
    /// <summary>Returns adjusted bars of rows in deci-cents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Bar[] Adjust(ReadOnlySpan<PriceRow> rows, FactorFile factors)
    {
        var bars = GC.AllocateUninitializedArray<Bar>(rows.Length);
        var index = 0;
        var scale = new PriceScale(1);
        double price = 1, split = 1;
        var day = DateOnly.MinValue;
        for (var i = 0; i < bars.Length; i++)
        {
            ref readonly var row = ref rows[i];
            if (DateOnly.FromDateTime(row.Time) is var today && today != day)
            {
                day = today;
                var found = index < 0 ? -1 : factors.IndexOf(day, index);
                if (found != index || i == 0)
                {
                    var factor = found < 0 ? new FactorRow(day, 1, 1) : factors.Rows[found];
                    (scale, price, split) = (new PriceScale(factor.Scale), (double)factor.PriceFactor, (double)factor.SplitFactor);
                    index = found;
                }
            }

            bars[i] = new Bar(
                row.Time, scale.Apply(row.Open), scale.Apply(row.High), scale.Apply(row.Low), scale.Apply(row.Close), row.Volume, price,
                split);
        }

        return bars;
    }
}
