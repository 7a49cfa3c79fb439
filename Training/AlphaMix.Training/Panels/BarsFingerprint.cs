using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AlphaMix.Core.Features;

namespace AlphaMix.Training.Panels;

/// <summary>Names the bars a pool was fitted on: two pools with one fingerprint saw the same prices.</summary>
internal static class BarsFingerprint
{
    // LEAN's files hold prices in ten-thousandths of a dollar.
    private const double PriceUnits = 10_000;

    /// <summary>
    /// Returns the SHA-256 (lower-case hex) of all usable bars up to a day: per instrument its name and, per bar, ticks, the four prices as
    /// traded in ten-thousandths, and volume, as little-endian 64-bit integers. Later corporate actions do not change it.
    /// </summary>
    /// <param name="series">Usable bars, in ordinal order of the instruments.</param>
    /// <param name="through">The last day that counts.</param>
    public static string Compute(IEnumerable<BarSeries> series, DateOnly through)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> record = stackalloc byte[6 * sizeof(long)];
        foreach (var each in series)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(each.Instrument + "\n"));
            foreach (ref readonly var bar in each.Bars)
            {
                if (bar.Day > through)
                    break;
                Write(record, bar);
                hash.AppendData(record);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Write(Span<byte> record, in Bar bar)
    {
        ReadOnlySpan<long> values =
        [
            bar.Time.Ticks, AsTraded(bar.Open, bar), AsTraded(bar.High, bar), AsTraded(bar.Low, bar), AsTraded(bar.Close, bar),
            (long)Math.Round(bar.Volume)
        ];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(record[(i * sizeof(long))..], values[i]);
    }

    private static long AsTraded(double price, in Bar bar) => (long)Math.Round(price / bar.Scale * PriceUnits);
}
