using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Cli.Bench;

/// <summary>Training with the AVX2 kernels against the AVX-512 ones, beside what the core's multiply-add units allow.</summary>
internal sealed class WidthBench : IBench
{
    public IReadOnlyList<string> Keys => ["avx2Ratio"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        if (SimdWidths.Best != SimdWidth.Vector512)
            return [Make(null, $"the machine has no AVX-512; its best is {SimdWidths.Best}")];
        var work = new TrainingWork(128, 128, BenchSamples.Create(60_000), epochs: context.IsQuick ? 1 : 3);
        var costs = context.Timer.Run(
            () => work.SecondsPerSample(SimdWidth.Vector512),
            () => work.SecondsPerSample(SimdWidth.Vector256));
        var ratio = PairedTimer.Ratio(costs[0], costs[1]);
        var (wide, narrow) = (FmaPeak.Of512(), FmaPeak.Of256());
        return [Make(ratio.Median, Figure.WithQuartiles(
            ratio, $"peak {Figure.Text(narrow, "0")} and {Figure.Text(wide, "0")} GFLOP/s, ratio {Figure.Text(narrow / wide)}"))];
    }

    private static BenchFigure Make(double? value, string note) =>
        new("avx2Ratio", "training, h = 128: AVX2 over AVX-512", BenchTarget.AtLeast(0.9), value, note);
}
