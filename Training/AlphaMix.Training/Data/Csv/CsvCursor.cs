using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AlphaMix.Training.Data.Csv;

/// <summary>
/// Walks through the lines and fields of a CSV held in memory, without a string a field. Quotes are not part of these formats.
/// </summary>
internal ref struct CsvCursor
{
    // As many as a double holds exactly.
    private const int MostDigits = 15;

    private ReadOnlySpan<byte> _rest;
    private ReadOnlySpan<byte> _fields;
    private bool _hasField;

    public CsvCursor(ReadOnlySpan<byte> text)
    {
        _rest = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
    }

    /// <summary>Gets the current line's number, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Gets the current line without its end.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Gets the current line as text, cut to a length that fits a message.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Current.Length <= 100 ? Current : Current[..100]);

    /// <summary>Gets what follows the current line.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Passes over a line that was read from <see cref="Rest"/>.</summary>
    /// <param name="length">Its length with its end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int length)
    {
        _rest = _rest[length..];
        Line++;
    }

    /// <summary>Goes to the next line that is not empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextLine()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf((byte)'\n');
            Current = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            Line++;
            if (Current.EndsWith("\r"u8))
                Current = Current[..^1];
            if (Current.IsEmpty)
                continue;
            _fields = Current;
            _hasField = true;
            return true;
        }

        return false;
    }

    /// <summary>Takes the next field of the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextField(out ReadOnlySpan<byte> field)
    {
        if (!_hasField)
        {
            field = default;
            return false;
        }

        var end = _fields.IndexOf((byte)',');
        _hasField = end >= 0;
        field = end < 0 ? _fields : _fields[..end];
        _fields = end < 0 ? default : _fields[(end + 1)..];
        return true;
    }

    /// <summary>Takes the next field as a number; an integer of up to 15 digits takes the short way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextNumber(out double value)
    {
        long whole = 0;
        var i = 0;
        for (; i < _fields.Length && i < MostDigits && (uint)(_fields[i] - '0') <= 9; i++)
            whole = whole * 10 + (_fields[i] - '0');
        if (i == 0 || (i < _fields.Length && _fields[i] != ','))
            return NextFraction(out value);
        _hasField = i < _fields.Length;
        _fields = _hasField ? _fields[(i + 1)..] : default;
        value = whole;
        return true;
    }

    // Whatever is not a short integer, also what is not a number.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool NextFraction(out double value)
    {
        value = 0;
        return NextField(out var field) && double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Returns whether the line has no further field.</summary>
    public readonly bool AtEnd => !_hasField;

    /// <summary>
    /// Reads decimal digits at fixed places: <paramref name="length"/> of them from <paramref name="start"/>; -1 when they are not digits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Digits(ReadOnlySpan<byte> text, int start, int length)
    {
        var value = 0;
        for (var i = start; i < start + length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9)
                return -1;
            value = value * 10 + (int)digit;
        }

        return value;
    }

    /// <summary>Builds a date and time, false when there is no such day or minute.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTime(int year, int month, int day, int hour, int minute, out DateTime time)
    {
        time = default;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23
            || minute is < 0 or > 59)
            return false;
        time = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified);
        return true;
    }
}
