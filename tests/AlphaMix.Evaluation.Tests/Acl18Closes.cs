using System.Globalization;
using AlphaMix.Testing;

namespace AlphaMix.Evaluation.Tests;

/// <summary>Raw closes of the paper's 84 US stocks: zero-volume bars kept, the three null rows filled as in the authors' copy.</summary>
internal static class Acl18Closes
{
    private static readonly string[] NotListedThroughout = ["ABBV", "AGFS", "BABA", "GMRE"];

    private static readonly Dictionary<string, double> NullRows = new() { ["PTR"] = 67.38, ["REX"] = 58.43, ["SNP"] = 71.27 };

    /// <summary>The days of the authors' evaluation: 253, the last return ending on 2017-09-01.</summary>
    public static (DateOnly From, DateOnly To) TestDays => (new(2016, 8, 31), new(2017, 9, 1));

    public static MarketGrid Load()
    {
        var files = Directory.GetFiles(SharedData.Acl18, "*.csv")
            .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Path: path))
            .Where(file => !NotListedThroughout.Contains(file.Name))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToArray();
        var days = File.ReadLines(files[0].Path).Skip(1).Select(line => DateOnly.Parse(line[..10], CultureInfo.InvariantCulture)).ToArray();
        var close = new double[days.Length * files.Length];
        for (var i = 0; i < files.Length; i++)
        {
            var row = 0;
            foreach (var line in File.ReadLines(files[i].Path).Skip(1))
            {
                var cells = line.Split(',');
                Assert.That(DateOnly.Parse(cells[0], CultureInfo.InvariantCulture), Is.EqualTo(days[row]), files[i].Name);
                close[row++ * files.Length + i] =
                    cells[4] == "null" ? NullRows[files[i].Name] : double.Parse(cells[4], CultureInfo.InvariantCulture);
            }
        }

        return MarketGrid.FromArrays([.. files.Select(file => file.Name)], days, close);
    }
}
