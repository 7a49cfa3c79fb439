using System.Globalization;

namespace AlphaMix.Testing;

/// <summary>
/// The raw ACL18 prices of the 84 stocks with data on every day, as the authors used them. The three rows that the public copy has as
/// <c>null</c> carry the authors' values. Every array is <c>[stock][day]</c>.
/// </summary>
public sealed class Acl18Prices
{
    private static readonly string[] ListedLate = ["ABBV", "AGFS", "BABA", "GMRE"];

    private static readonly Dictionary<string, double[]> Filled = new()
    {
        ["PTR"] = [66.93, 67.60, 66.93, 67.38, 64.67, 155200],
        ["REX"] = [57.19, 59.31, 57.03, 58.43, 58.43, 91100],
        ["SNP"] = [70.46, 71.59, 70.46, 71.27, 62.45, 71300]
    };

    private Acl18Prices(string folder)
    {
        Names =
        [
            .. Directory.EnumerateFiles(folder, "*.csv").Select(path => Path.GetFileNameWithoutExtension(path))
                .Except(ListedLate).Order(StringComparer.Ordinal)
        ];
        var rows = Names.Select(name => Rows(folder, name)).ToArray();
        Dates = [.. rows[0].Select(row => row.Date)];
        foreach (var (name, stock) in Names.Zip(rows))
            Assert.That(stock.Select(row => row.Date), Is.EqualTo(Dates), $"{name} has another calendar than {Names[0]}");

        Open = Column(rows, 0);
        High = Column(rows, 1);
        Low = Column(rows, 2);
        Close = Column(rows, 3);
        AdjustedClose = Column(rows, 4);
        Volume = Column(rows, 5);
    }

    /// <summary>Gets the Yahoo symbols in alphabetical order, 84.</summary>
    public string[] Names { get; }

    /// <summary>Gets the trading days, oldest first, 1258.</summary>
    public DateOnly[] Dates { get; }

    /// <summary>Gets the opening prices, adjusted for splits.</summary>
    public double[][] Open { get; }

    /// <summary>Gets the highest prices, adjusted for splits.</summary>
    public double[][] High { get; }

    /// <summary>Gets the lowest prices, adjusted for splits.</summary>
    public double[][] Low { get; }

    /// <summary>Gets the closing prices, adjusted for splits: the paper's close.</summary>
    public double[][] Close { get; }

    /// <summary>Gets the closing prices, adjusted for splits and dividends.</summary>
    public double[][] AdjustedClose { get; }

    /// <summary>Gets the volumes.</summary>
    public double[][] Volume { get; }

    /// <summary>Reads the prices, or skips the running test when they are not there.</summary>
    public static Acl18Prices Load() => new(SharedData.Acl18);

    /// <summary>Gives the index of a trading day.</summary>
    public int IndexOf(DateOnly day)
    {
        var index = Array.BinarySearch(Dates, day);
        Assert.That(index, Is.GreaterThanOrEqualTo(0), $"{day:yyyy-MM-dd} is not a trading day of ACL18");
        return index;
    }

    private static List<(DateOnly Date, double[] Values)> Rows(string folder, string name) =>
    [
        .. File.ReadLines(Path.Combine(folder, name + ".csv")).Skip(1).Select(line => line.Split(',')).Select(fields =>
            (DateOnly.ParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
             fields[1] == "null" ? Filled[name] : [.. fields.Skip(1).Select(field => double.Parse(field, CultureInfo.InvariantCulture))]))
    ];

    private static double[][] Column(List<(DateOnly Date, double[] Values)>[] rows, int column) =>
        [.. rows.Select(stock => stock.Select(row => row.Values[column]).ToArray())];
}
