namespace AlphaMix.Training.Data.Import;

/// <summary>Which column of a file holds what. Names are compared without regard to case.</summary>
internal sealed record CsvColumns
{
    private const string Fields = "symbol, date, time, open, high, low, close, adjusted, volume";

    /// <summary>Gets the column of the instrument's name, for files of several; null where a file is one instrument.</summary>
    public string? Symbol { get; init; }

    /// <summary>Gets the column of the date, alone or with the time of day.</summary>
    public string Date { get; init; } = "date";

    /// <summary>Gets the column of the time of day; null where it stands with the date, or there is none.</summary>
    public string? Time { get; init; }

    /// <summary>Gets the column of the opening price.</summary>
    public string Open { get; init; } = "open";

    /// <summary>Gets the column of the highest price.</summary>
    public string High { get; init; } = "high";

    /// <summary>Gets the column of the lowest price.</summary>
    public string Low { get; init; } = "low";

    /// <summary>Gets the column of the closing price.</summary>
    public string Close { get; init; } = "close";

    /// <summary>
    /// Gets the column of the close adjusted for dividends, from which their factors are recovered; null where there is none.
    /// </summary>
    public string? Adjusted { get; init; }

    /// <summary>Gets the column of the volume.</summary>
    public string Volume { get; init; } = "volume";

    /// <summary>Gets the columns that a file must have, in the usual order.</summary>
    public IEnumerable<string> All =>
        new[] { Symbol, Date, Time, Open, High, Low, Close, Adjusted, Volume }.OfType<string>();

    /// <summary>Replaces columns by those that a text names.</summary>
    /// <param name="text">Pairs such as <c>date=Day,time=Hour,open=Open Price</c>; what is left out stays.</param>
    /// <exception cref="ArgumentException">A pair is malformed, or names no field.</exception>
    public CsvColumns With(string text) => text.Split(',').Aggregate(this, (columns, pair) =>
    {
        var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || parts[1].Length == 0)
            throw new ArgumentException($"found '{pair}', expected FIELD=COLUMN, the fields being {Fields}");
        return columns.With(parts[0], parts[1]);
    });

    private CsvColumns With(string field, string column) => field.ToLowerInvariant() switch
    {
        "symbol" => this with { Symbol = column },
        "date" => this with { Date = column },
        "time" => this with { Time = column },
        "open" => this with { Open = column },
        "high" => this with { High = column },
        "low" => this with { Low = column },
        "close" => this with { Close = column },
        "adjusted" => this with { Adjusted = column },
        "volume" => this with { Volume = column },
        _ => throw new ArgumentException($"found the field '{field}', expected one of {Fields}")
    };
}
