using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Repository;

/// <summary>
/// The figures of docs/results.md are those of the JSON files beside it. A comment above a table says where its columns come from,
/// <c>figures FILE: COLUMN=PATH; ...</c>, and one behind a number where that comes from, <c>figure FILE:ROW.PATH</c>. Paths are those of an evaluation of
/// one or several pools: means and standard deviations are over the pools.
/// </summary>
[TestFixture]
public partial class ResultsPageTests
{
    private static readonly string Folder = Path.Combine(AlphaMix.Testing.Repository.Root, "docs");
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder, "results.md"));

    [Test]
    public void Tables_HaveTheFiguresOfTheirFiles()
    {
        var checkedCells = 0;
        Assert.Multiple(() =>
        {
            foreach (Match match in TableWithSource().Matches(Page))
                checkedCells += Check(match.Groups["file"].Value, Sources(match.Groups["columns"].Value), Rows(match.Groups["table"].Value));
        });
        Assert.That(checkedCells, Is.GreaterThan(80));
    }

    [Test]
    public void Sentences_HaveTheFiguresOfTheirFiles()
    {
        var found = NumberWithSource().Matches(Page);
        Assert.That(found, Has.Count.GreaterThan(5));
        Assert.Multiple(() =>
        {
            foreach (Match match in found)
            {
                var path = match.Groups["path"].Value.Split('.', 2);
                AssertCell(match.Groups["number"].Value, Values(match.Groups["file"].Value, path[0], path[1]), match.Value);
            }
        });
    }

    [TestCase("18.3", 18.25, true)]
    [TestCase("18.3", 18.2499, false)]
    [TestCase("-0.15", -0.1473, true)]
    [TestCase("0.15", -0.1473, false)]
    public void ANumber_IsItsFigureRounded(string text, double figure, bool isRight) => Assert.That(IsRounded(text, figure), Is.EqualTo(isRight));

    private static int Check(string file, Dictionary<string, string> sources, string[][] rows)
    {
        var count = 0;
        foreach (var row in rows.Skip(2))
        {
            for (var column = 1; column < row.Length; column++)
            {
                if (row[column].Length == 0 || !sources.TryGetValue(rows[0][column], out var source))
                    continue;
                var parts = source.Split(':');
                AssertCell(row[column], Values(parts.Length == 2 ? parts[0] : file, row[0], parts[^1]), $"{file}, row {row[0]}, column {rows[0][column]}");
                count++;
            }
        }

        return count;
    }

    private static void AssertCell(string cell, (double Mean, double Deviation) figure, string where)
    {
        var parts = cell.Split(" +- ");
        Assert.That(IsRounded(parts[0], figure.Mean), $"{where}: the page has {cell}, the file {figure.Mean}");
        if (parts.Length == 2)
            Assert.That(IsRounded(parts[1], figure.Deviation), $"{where}: the page has {cell}, the file a deviation of {figure.Deviation}");
    }

    private static (double Mean, double Deviation) Values(string file, string row, string path)
    {
        var pools = JObject.Parse(File.ReadAllText(Path.Combine(Folder, "results", file)))["pools"]!;
        if (row.StartsWith("random", StringComparison.Ordinal))
            path = path.Split('.')[^1];
        var tokens = pools.Select(pool => Row(pool, row).SelectToken(path) ?? throw new InvalidOperationException($"{file} has no {row}.{path}.")).ToArray();
        if (tokens[0] is JObject spread)
            return ((double)spread["mean"]!, (double)spread["sd"]!);
        var values = Array.ConvertAll(tokens, token => (double)token);
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(values.Length - 1, 1)));
    }

    private static JToken Row(JToken pool, string row) => row switch
    {
        "1/N" => pool["equalWeight"]!,
        _ when row.StartsWith("random", StringComparison.Ordinal) => pool["randomTopK"]!,
        _ => pool[row] ?? pool["comparators"]![row] ?? throw new InvalidOperationException($"There is no row {row}.")
    };

    private static bool IsRounded(string text, double figure)
    {
        var digits = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Math.Abs(double.Parse(text, CultureInfo.InvariantCulture) - figure) <= 0.5 * Math.Pow(10, -digits) + 1e-9;
    }

    private static Dictionary<string, string> Sources(string text) => text.Split(';', StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    private static string[][] Rows(string table) =>
        [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    [GeneratedRegex(@"<!-- figures (?<file>\S+): (?<columns>[^>]+?) -->\n+(?<table>(\|.*\n)+)")]
    private static partial Regex TableWithSource();

    [GeneratedRegex(@"(?<number>-?\d+(\.\d+)?)<!-- figure (?<file>[^:\s]+):(?<path>\S+) -->")]
    private static partial Regex NumberWithSource();
}
