using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using AlphaMix.Training.Data.Csv;

namespace AlphaMix.Training.Data.Lean;

/// <summary>
/// A line of LEAN's bar files in its usual form, <c>yyyyMMdd HH:mm,open,high,low,close,volume</c> with whole numbers and a line feed, read
/// in one pass. Whatever looks different is left to <see cref="CsvCursor"/>.
/// </summary>
internal static class LeanBarLine
{
    /// <summary>Length of the time.</summary>
    public const int TimeLength = 14;

    // As many digits as a double holds exactly.
    private const int MostDigits = 15;

    /// <summary>Reads the line that a text starts with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">Its line number, from 1.</param>
    /// <param name="row">Receives the row.</param>
    /// <param name="length">Receives the length of the line with its end.</param>
    /// <returns>Whether it has the usual form and names a time that exists.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, int line, out PriceRow row, out int length)
    {
        row = default;
        length = TimeLength + 1;
        if (text.Length <= TimeLength || text[TimeLength] != ',' || !TryTime(text[..TimeLength], out var time)
            || !TryWhole(text, ref length, (byte)',', out var open) || !TryWhole(text, ref length, (byte)',', out var high)
            || !TryWhole(text, ref length, (byte)',', out var low) || !TryWhole(text, ref length, (byte)',', out var close)
            || !TryWhole(text, ref length, (byte)'\n', out var volume))
            return false;
        row = new PriceRow(time, open, high, low, close, volume, line);
        return true;
    }

    /// <summary>Reads <c>yyyyMMdd HH:mm</c>.</summary>
    /// <param name="text">Exactly as long.</param>
    /// <param name="time">Receives the time.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTime(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        return text.Length == TimeLength && text[8] == ' ' && text[11] == ':' && TryEightDigits(text, out var day)
            && CsvCursor.TryTime(
                day / 10_000, day / 100 % 100, day % 100, CsvCursor.Digits(text, 9, 2), CsvCursor.Digits(text, 12, 2), out time);
    }

    // Eight digits in one word: pairs become numbers to 99, pairs of those to 9999, and so on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryEightDigits(ReadOnlySpan<byte> text, out int value)
    {
        var word = BinaryPrimitives.ReadUInt64LittleEndian(text);
        value = 0;
        if ((word & 0xF0F0F0F0F0F0F0F0) != 0x3030303030303030 || ((word + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) != 0x3030303030303030)
            return false;
        word = (word & 0x0F0F0F0F0F0F0F0F) * (10 * 256 + 1) >> 8;
        word = (word & 0x00FF00FF00FF00FF) * (100 * 65_536 + 1) >> 16;
        word = (word & 0x0000FFFF0000FFFF) * (10_000 * 4_294_967_296 + 1) >> 32;
        value = (int)word;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWhole(ReadOnlySpan<byte> text, ref int at, byte end, out double value)
    {
        long whole = 0;
        var i = at;
        uint digit = 0;
        for (; (uint)i < (uint)text.Length && (digit = (uint)(text[i] - '0')) <= 9; i++)
            whole = whole * 10 + digit;
        value = whole;
        if (i == at || i - at > MostDigits || (uint)i >= (uint)text.Length || text[i] != end)
            return false;
        at = i + 1;
        return true;
    }
}
