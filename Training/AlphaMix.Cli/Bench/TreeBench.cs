using System.Runtime.InteropServices;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Trees;

namespace AlphaMix.Cli.Bench;

/// <summary>Boosted trees on one core against XGBoost's histogram method, on the same windows with the same settings: LightGBM's row.</summary>
internal sealed class TreeBench : IBench
{
    private const int Samples = 30_000;

    public IReadOnlyList<string> Keys => ["treesVsXgboost"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        if (PythonProgram.Find(context.Root, "boosting.py", "xgboost", "python3-xgboost", out var reason) is not { } program)
            return [Figure(null, reason)];
        var samples = BenchSamples.Create(Samples);
        var trees = context.IsQuick ? 50 : 200;
        var booster = new TreeBooster(new TreeOptions { Trees = trees, MaxDepth = 3, Rate = 0.001, L1 = 0.01 }, threads: 1);
        var data = Path.GetTempFileName();
        try
        {
            WriteWindows(samples, data);
            using var peer = program.Start(
                "--library=xgboost", $"--data={data}", $"--rows={Samples}", $"--columns={BenchSamples.WindowSize}", "--depth=3",
                "--rate=0.001", "--l1=0.01");
            var costs = context.Timer.Run(
                () => PairedTimer.ProcessorSeconds(() => booster.Train(TreeSamples.From(samples))), () => peer.Seconds(trees));
            var (ours, theirs) = (Spread.Compute(costs[0]).Median, Spread.Compute(costs[1]).Median);
            var ratio = PairedTimer.Ratio(costs[0], costs[1]);
            return
            [
                Figure(ratio.Median, Bench.Figure.WithQuartiles(
                    ratio, $"{Bench.Figure.Text(ours)} against {Bench.Figure.Text(theirs)} s for {trees} trees, binning included"))
            ];
        }
        finally
        {
            File.Delete(data);
        }
    }

    /// <summary>Writes windows, then labels, as 32-bit floats.</summary>
    private static void WriteWindows(TrainingSamples samples, string path)
    {
        using var file = File.Create(path);
        foreach (var offset in samples.Offsets)
            file.Write(MemoryMarshal.AsBytes(samples.Rows.AsSpan(offset, samples.WindowSize)));
        file.Write(MemoryMarshal.AsBytes(Array.ConvertAll(samples.Labels, label => (float)label).AsSpan()));
    }

    private static BenchFigure Figure(double? value, string note) => new(
        "treesVsXgboost", "boosted trees, 30,000 windows, depth 3, one core: times XGBoost's seconds", BenchTarget.AtMost(2), value, note);
}
