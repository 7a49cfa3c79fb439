namespace AlphaMix.Training.Data.Lean;

/// <summary>The tickers one instrument traded under. Immutable.</summary>
/// <remarks>LEAN's rule: on a day the ticker is that of the oldest row dated on or after the day; before the first and after the last row
/// there is no data.</remarks>
internal sealed class MapFile
{
    private readonly MapRow[] _rows;

    /// <summary>Initializes a new instance of the <see cref="MapFile"/> class.</summary>
    /// <param name="permtick">Name of the file without extension: LEAN's key of map and factor files.</param>
    /// <param name="rows">Rows in any order, at least one.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public MapFile(string permtick, IEnumerable<MapRow> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(permtick);
        ArgumentNullException.ThrowIfNull(rows);
        Permtick = permtick.ToUpperInvariant();
        _rows = [.. rows.Distinct().OrderBy(row => row.Date)];
        if (_rows.Length == 0)
            throw new ArgumentException($"Map file {permtick} needs at least one row, found none.", nameof(rows));
    }

    /// <summary>Gets the file's name in upper case.</summary>
    public string Permtick { get; }

    /// <summary>Gets the rows, oldest first.</summary>
    public IReadOnlyList<MapRow> Rows => _rows;

    /// <summary>Gets the first day with data.</summary>
    public DateOnly FirstDay => _rows[0].Date;

    /// <summary>Gets the last day with data: the delisting date.</summary>
    public DateOnly LastDay => _rows[^1].Date;

    /// <summary>Gets the first ticker, LEAN's <c>symbol.ID.Symbol</c>: a numbered suffix such as <c>.1</c> is not part of it.</summary>
    public string FirstTicker
    {
        get
        {
            var ticker = _rows[0].Ticker;
            var dot = ticker.LastIndexOf('.');
            return dot > 0 && dot < ticker.Length - 1
                && ticker.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? ticker[..dot] : ticker;
        }
    }

    /// <summary>Returns the periods of the tickers, oldest first, both ends inclusive; neighbours of one ticker are joined.</summary>
    public IReadOnlyList<(string Ticker, DateOnly From, DateOnly To)> Periods()
    {
        var periods = new List<(string Ticker, DateOnly From, DateOnly To)>();
        var from = FirstDay;
        foreach (var row in _rows)
        {
            if (row.Date < from)
                continue;
            if (periods.Count > 0 && periods[^1].Ticker == row.Ticker)
                periods[^1] = periods[^1] with { To = row.Date };
            else
                periods.Add((row.Ticker, from, row.Date));
            from = row.Date.AddDays(1);
        }

        return periods;
    }

    /// <summary>Reads a map file.</summary>
    /// <param name="path">Path of <c>map_files/permtick.csv</c>.</param>
    /// <exception cref="DataException">A row is not <c>yyyyMMdd,ticker[,exchange]</c>, or there is none.</exception>
    public static MapFile Read(string path)
    {
        var rows = new List<MapRow>();
        foreach (var (line, fields) in LeanText.Rows(path))
        {
            if (fields.Length < 2 || !LeanText.TryDate(fields[0], out var date) || string.IsNullOrWhiteSpace(fields[1]))
                throw new DataException(
                    $"{path}:{line}: found '{string.Join(',', fields)}', expected 'yyyyMMdd,ticker,exchange'; correct or delete the map "
                        + $"file.");
            rows.Add(new MapRow(date, fields[1].ToUpperInvariant(), fields.Length > 2 ? fields[2] : ""));
        }

        return rows.Count > 0
            ? new MapFile(Path.GetFileNameWithoutExtension(path), rows)
            : throw new DataException($"{path}: found no row, expected 'yyyyMMdd,ticker,exchange'; correct or delete the map file.");
    }

    /// <summary>Writes the map file.</summary>
    /// <param name="path">Path of <c>map_files/permtick.csv</c>.</param>
    public void Write(string path) =>
        AtomicFile.WriteText(path, string.Concat(_rows.Select(row =>
            $"{LeanText.Date(row.Date)},{row.Ticker.ToLowerInvariant()}{(row.Exchange.Length > 0 ? "," : "")}{row.Exchange}\n")));
}
