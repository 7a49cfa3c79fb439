using System.Runtime.CompilerServices;
using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data;

/// <summary>Turns raw rows into adjusted bars as LEAN's <c>DataNormalizationMode.Adjusted</c> does.</summary>
internal static class Adjustment
{
    /// <summary>Gives adjusted bars of rows in deci-cents.</summary>
    /// <remarks>The product is taken in decimal, as LEAN takes it, and only then turned into a double: the plugin sees the same bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Bar[] Adjust(IReadOnlyList<PriceRow> rows, FactorFile factors)
    {
        var bars = new Bar[rows.Count];
        var index = 0;
        decimal scale = 1;
        double price = 1, split = 1;
        var day = DateOnly.MinValue;
        for (var i = 0; i < bars.Length; i++)
        {
            var row = rows[i];
            if (DateOnly.FromDateTime(row.Time) is var today && today != day)
            {
                day = today;
                var found = index < 0 ? -1 : factors.IndexOf(day, index);
                if (found != index || i == 0)
                {
                    var factor = found < 0 ? new FactorRow(day, 1, 1) : factors.Rows[found];
                    (scale, price, split) = (factor.Scale, (double)factor.PriceFactor, (double)factor.SplitFactor);
                    index = found;
                }
            }

            bars[i] = new Bar(
                row.Time, Apply(row.Open, scale), Apply(row.High, scale), Apply(row.Low, scale), Apply(row.Close, scale),
                row.Volume, price, split);
        }

        return bars;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Apply(double deciCents, decimal scale)
    {
        if (scale == 1m)
            return deciCents / LeanBarFile.DeciCents;
        var whole = (long)deciCents;
        // Four decimals, as LEAN's product of the printed integer and 0.0001 has them.
        return whole == deciCents
            ? (double)(new decimal((int)whole, (int)(whole >> 32), 0, false, 4) * scale)
            : (double)((decimal)deciCents * 0.0001m * scale);
    }
}
