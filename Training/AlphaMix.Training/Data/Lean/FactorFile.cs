using System.Globalization;

namespace AlphaMix.Training.Data.Lean;

/// <summary>The dividend and split factors of one instrument. Immutable.</summary>
/// <remarks>
/// The rule is LEAN's: a bar takes the factors of the oldest row that is dated on or after the bar's day, and 1 after the last row.
/// Rows with an infinite, exponential or non-positive factor are passed over, as LEAN does.
/// </remarks>
internal sealed class FactorFile
{
    private readonly FactorRow[] _rows;

    /// <summary>Initializes a new instance of the <see cref="FactorFile"/> class.</summary>
    /// <param name="rows">Rows in any order; of two with one date the first is kept.</param>
    /// <exception cref="ArgumentException">A factor is not positive.</exception>
    public FactorFile(IEnumerable<FactorRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _rows = [.. rows.DistinctBy(row => row.Date).OrderBy(row => row.Date)];
        foreach (var row in _rows)
        {
            if (row.PriceFactor <= 0 || row.SplitFactor <= 0)
                throw new ArgumentException(
                    $"Factors must be positive, found {row.PriceFactor} and {row.SplitFactor} on {row.Date:yyyy-MM-dd}.", nameof(rows));
        }
    }

    /// <summary>Gets the file without rows: every factor is 1.</summary>
    public static FactorFile None { get; } = new([]);

    /// <summary>Gets the rows, oldest first.</summary>
    public IReadOnlyList<FactorRow> Rows => _rows;

    /// <summary>Returns the index of the row whose factors hold on a day, or -1 when the factors are 1.</summary>
    /// <param name="day">A trading day.</param>
    /// <param name="from">Where to start: the index given for an earlier day, so that a walk through a series is linear.</param>
    public int IndexOf(DateOnly day, int from = 0)
    {
        for (var i = Math.Max(from, 0); i < _rows.Length; i++)
        {
            if (_rows[i].Date >= day)
                return i;
        }

        return -1;
    }

    /// <summary>Returns the factors that hold on a day.</summary>
    /// <param name="day">A trading day.</param>
    /// <returns>The row in force, or a row of ones.</returns>
    public FactorRow At(DateOnly day) => IndexOf(day) is var i and >= 0 ? _rows[i] : new FactorRow(LeanText.EndOfTime, 1, 1);

    /// <summary>Reads a factor file.</summary>
    /// <param name="path">Path of <c>factor_files/ticker.csv</c>.</param>
    /// <exception cref="DataException">A row is not <c>yyyyMMdd,priceFactor,splitFactor[,referencePrice]</c>.</exception>
    public static FactorFile Read(string path)
    {
        var rows = new List<FactorRow>();
        foreach (var (line, fields) in LeanText.Rows(path))
        {
            // LEAN's own files mark factors beyond its precision so; it skips them.
            if (Array.Exists(
                fields, field => field.Contains("inf", StringComparison.Ordinal) || field.Contains("e+", StringComparison.Ordinal)))
                continue;
            var reference = 0m;
            if (fields.Length < 3 || !LeanText.TryDate(fields[0], out var date) || !TryFactor(fields[1], out var price)
                || !TryFactor(fields[2], out var split) || (fields.Length > 3 && !TryFactor(fields[3], out reference)))
            {
                throw new DataException(
                    $"{path}:{line}: found '{string.Join(',', fields)}', expected 'yyyyMMdd,priceFactor,splitFactor,referencePrice'; "
                        + $"correct or delete the factor file.");
            }

            if (price > 0 && split > 0)
                rows.Add(new FactorRow(date, price, split, reference));
        }

        return new FactorFile(rows);
    }

    /// <summary>Writes the factors as LEAN does: 7 decimals of the price factor, 8 of the split factor, 4 of the reference price.</summary>
    /// <param name="path">Path of <c>factor_files/ticker.csv</c>.</param>
    public void Write(string path) =>
        AtomicFile.WriteText(path, string.Concat(_rows.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"{LeanText.Date(row.Date)},{Round(row.PriceFactor, 7)},{Round(row.SplitFactor, 8)},{Round(row.ReferencePrice, 4)}\n"))));

    /// <summary>Returns the factors as a file would hold them.</summary>
    internal FactorFile Rounded() => new(_rows.Select(row => row with
    {
        PriceFactor = Math.Round(row.PriceFactor, 7),
        SplitFactor = Math.Round(row.SplitFactor, 8),
        ReferencePrice = Math.Round(row.ReferencePrice, 4)
    }));

    /// <summary>
    /// Returns the factors with a row at the first bar, before which LEAN would not start the security (without it a file that holds
    /// the end of time alone has no data at all), and the row of ones at the end of time.
    /// </summary>
    internal FactorFile Bounded(DateOnly firstDay)
    {
        var rows = new List<FactorRow>(_rows);
        if (rows.Count == 0 || rows[^1].Date != LeanText.EndOfTime)
            rows.Add(new FactorRow(LeanText.EndOfTime, 1, 1));
        if (rows[0].Date > firstDay)
            rows.Insert(0, rows[0] with { Date = firstDay, ReferencePrice = 1 });
        return new FactorFile(rows);
    }

    private static string Round(decimal value, int decimals) =>
        Math.Round(value, decimals).ToString("0.########", CultureInfo.InvariantCulture);

    private static bool TryFactor(string text, out decimal value) =>
        decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture,
            out value);
}
