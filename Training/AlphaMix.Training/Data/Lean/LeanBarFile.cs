using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Csv;

namespace AlphaMix.Training.Data.Lean;

/// <summary>
/// One <c>ticker.zip</c> of daily or hourly bars: an entry <c>ticker.csv</c> of lines <c>yyyyMMdd HH:mm,open,high,low,close,volume</c>,
/// prices in deci-cents.
/// </summary>
internal static class LeanBarFile
{
    /// <summary>Deci-cents in a dollar.</summary>
    public const double DeciCents = 10_000;

    /// <summary>The same bytes whenever written; LEAN does not read it.</summary>
    private static readonly DateTimeOffset EntryTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Returns the sound rows of a file, prices in deci-cents, in a list that may go back to <see cref="RowBuffers"/>.</summary>
    public static List<PriceRow> Read(string path, string ticker, IntegrityReport report)
    {
        var (bytes, length, entry) = Unzip(path, ticker);
        try
        {
            var rows = Parse($"{path}#{entry}", bytes.AsSpan(0, length), report);
            return RowScreen.Screen($"{path}#{entry}", rows, report);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Writes raw bars; prices are rounded to deci-cents.</summary>
    public static void Write(string path, string ticker, ReadOnlySpan<Bar> bars)
    {
        var text = new ArrayBufferWriter<byte>(bars.Length * 64 + 1);
        foreach (ref readonly var bar in bars)
        {
            bar.Time.TryFormat(text.GetSpan(LeanBarLine.TimeLength), out var written, "yyyyMMdd HH:mm", CultureInfo.InvariantCulture);
            text.Advance(written);
            Append(text, ToDeciCents(bar.Open));
            Append(text, ToDeciCents(bar.High));
            Append(text, ToDeciCents(bar.Low));
            Append(text, ToDeciCents(bar.Close));
            Append(text, (long)Math.Round(bar.Volume));
            text.Write("\n"u8);
        }

        AtomicFile.Write(path, stream =>
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
            var entry = zip.CreateEntry($"{ticker}.csv", CompressionLevel.Optimal);
            entry.LastWriteTime = EntryTime;
            using var content = entry.Open();
            content.Write(text.WrittenSpan);
        });
    }

    /// <summary>Returns a price in deci-cents, to the nearest.</summary>
    public static long ToDeciCents(double price) => (long)Math.Round(price * DeciCents);

    private static void Append(ArrayBufferWriter<byte> text, long value)
    {
        var span = text.GetSpan(21);
        span[0] = (byte)',';
        Utf8Formatter.TryFormat(value, span[1..], out var written);
        text.Advance(written + 1);
    }

    private static (byte[] Bytes, int Length, string Entry) Unzip(string path, string ticker)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var name = $"{ticker}.csv";
            // LEAN reads a bar zip's first entry whatever its folder (its own sample has tapa/tapa.csv); we ask that the name fits.
            var entry = zip.Entries.FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new DataException(
                    $"{path}: found the entries [{string.Join(", ", zip.Entries.Select(other => other.FullName))}], expected {name}; "
                        + $"write the file again.");
            var length = checked((int)entry.Length);
            var bytes = ArrayPool<byte>.Shared.Rent(length);
            using var content = entry.Open();
            content.ReadExactly(bytes, 0, length);
            // A flipped bit may well leave a readable row with another price.
            if (Crc32.Compute(bytes.AsSpan(0, length)) != entry.Crc32)
                throw new InvalidDataException($"the checksum of {entry.FullName} does not match");
            return (bytes, length, entry.FullName);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new DataException(
                $"{path}: the zip file is truncated or damaged ({exception.Message.TrimEnd('.')}); write or download it again.", exception);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<PriceRow> Parse(string file, ReadOnlySpan<byte> text, IntegrityReport report)
    {
        var rows = RowBuffers.Rent(text.Length / 40 + 1);
        var cursor = new CsvCursor(text);
        while (true)
        {
            if (LeanBarLine.TryRead(cursor.Rest, cursor.Line + 1, out var usual, out var length))
            {
                rows.Add(usual);
                cursor.Skip(length);
                continue;
            }

            if (!cursor.NextLine())
                return rows;
            if (cursor.NextField(out var when) && LeanBarLine.TryTime(when, out var time)
                && cursor.NextNumber(out var open) && cursor.NextNumber(out var high) && cursor.NextNumber(out var low)
                && cursor.NextNumber(out var close) && cursor.NextNumber(out var volume) && cursor.AtEnd)
            {
                rows.Add(new PriceRow(time, open, high, low, close, volume, cursor.Line));
            }
            else
            {
                report.Add(
                    file, cursor.Line, IntegritySeverity.Error,
                    $"found '{cursor.Text}', expected 'yyyyMMdd HH:mm,open,high,low,close,volume'; the row is left out.");
            }
        }
    }
}
