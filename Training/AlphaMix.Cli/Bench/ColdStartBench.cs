using System.Globalization;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// The first group that a fresh process trains against the later ones: epochs that begin at least 200 ms after the start.
/// </summary>
internal sealed class ColdStartBench : IBench
{
    private const double Grace = 0.2;
    private const int Groups = 4;

    public IReadOnlyList<string> Keys => ["coldStart"];

    /// <summary>What the fresh process does: trains groups, and writes a line of epoch times in seconds for each.</summary>
    public static void RunChild(TextWriter output)
    {
        var work = new TrainingWork(128, 128, BenchSamples.Create(60_000), epochs: 10);
        for (var group = 0; group < Groups; group++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var line = new List<string>();
            work.Run(
                onEpoch: (_, _, _) =>
                    line.Add((Environment.CpuUsage.TotalTime - start).TotalSeconds.ToString("R", CultureInfo.InvariantCulture)));
            output.WriteLine(string.Join(' ', line));
        }
    }

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        var ratios = new List<double>();
        var firsts = new List<double>();
        var laters = new List<double>();
        for (var i = 0; i < (context.IsQuick ? 1 : 5); i++)
        {
            var groups = Child();
            var later = Spread.Compute(groups.Skip(1).Select(epochs => epochs[^1])).Median;
            // Epoch e begins where e - 1 ends.
            var begun = Math.Max(1, Array.FindIndex(groups[0], end => end >= Grace) + 1);
            var steady = (groups[0][^1] - groups[0][begun - 1]) / (groups[0].Length - begun);
            ratios.Add(steady / (later / groups[0].Length));
            firsts.Add(groups[0][^1]);
            laters.Add(later);
        }

        var ratio = Spread.Compute(ratios);
        yield return new BenchFigure(
            "coldStart", "first group after 200 ms over later groups", BenchTarget.AtMost(1.1), ratio.Median,
            Figure.WithQuartiles(
                ratio, $"whole groups {Figure.Text(Spread.Compute(firsts).Median)} and {Figure.Text(Spread.Compute(laters).Median)} s"));
    }

    private static double[][] Child()
    {
        using var process = Self.Start("bench", "--first-groups");
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return [.. lines.Select(line => Array.ConvertAll(line.Split(' '), time => double.Parse(time, CultureInfo.InvariantCulture)))];
    }
}
