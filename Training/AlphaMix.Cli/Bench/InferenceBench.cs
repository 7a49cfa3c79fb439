using AlphaMix.Core.Routers;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// One day of 3,000 instruments through 16 groups of 4 experts, on one core, against sgemm on the two large layers of each, and against
/// PyTorch.
/// </summary>
internal sealed class InferenceBench : IBench
{
    private const int Instruments = 3_000;
    private const int Groups = 16;
    private const int Experts = 4;
    private const int Hidden = 128;

    public IReadOnlyList<string> Keys => ["inferenceOverSgemm", "inferenceVsTorch", "inferenceAllocBytes"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        var samples = BenchSamples.Create(Instruments);
        var router = MixtureRouter.Average(BenchGroups.Create(Groups, Hidden));
        var (probabilities, experts, scratch) = (new float[Instruments], new int[Instruments], new RouterScratch());
        void Score() => router.Score(samples.Rows, samples.Offsets, probabilities, experts, scratch);

        Score();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Score();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        yield return OverSgemm(context, Score);
        yield return VsTorch(context, Score);
        yield return new BenchFigure(
            "inferenceAllocBytes", "bytes allocated for that day", BenchTarget.AtMost(0), allocated, "the second day of a process");
    }

    private static BenchFigure OverSgemm(BenchContext context, Action score)
    {
        if (OpenBlas.Instance is not { } library)
            return MakeOverSgemm(
                null,
                $"{OpenBlas.Missing}; ours: "
                    + $"{Figure.Text(1e3 * context.Timer.Run(() => PairedTimer.ProcessorSeconds(score))[0].Min(), "0.0")} ms");
        using var first = new Sgemm(library, Instruments, BenchSamples.WindowSize, Hidden);
        using var second = new Sgemm(library, Instruments, Hidden, Hidden);
        var costs = context.Timer.Run(
            () => PairedTimer.ProcessorSeconds(score),
            () => PairedTimer.ProcessorSeconds(() =>
            {
                for (var expert = 0; expert < Groups * Experts; expert++)
                {
                    first.Run();
                    second.Run();
                }
            }));
        var ratio = PairedTimer.Ratio(costs[1], costs[0]);
        return MakeOverSgemm(ratio.Median, Figure.WithQuartiles(
            ratio,
            $"{Milliseconds(costs[0])} against {Milliseconds(costs[1])} ms ({library.Core} kernels, without bias, activation and head)"));
    }

    private static BenchFigure VsTorch(BenchContext context, Action score)
    {
        const int Days = 4;
        if (PythonProgram.FindTorch(context.Root, "inference.py", out var reason) is not { } program)
            return MakeVsTorch(null, reason);
        using var peer = program.Start(Hidden, Instruments);
        var costs = context.Timer.Run(() => PairedTimer.ProcessorSeconds(score), () => peer.Seconds(Days) / Days);
        var ratio = PairedTimer.Ratio(costs[1], costs[0]);
        return MakeVsTorch(ratio.Median, Figure.WithQuartiles(ratio, $"{Milliseconds(costs[0])} against {Milliseconds(costs[1])} ms"));
    }

    private static BenchFigure MakeVsTorch(double? value, string note) =>
        new("inferenceVsTorch", "the same: times PyTorch, windows gathered beforehand", BenchTarget.AtLeast(1), value, note);

    private static BenchFigure MakeOverSgemm(double? value, string note) =>
        new("inferenceOverSgemm", "inference, 3,000 x 16 groups x 4 experts: rate over sgemm's", BenchTarget.AtLeast(0.95), value, note);

    private static string Milliseconds(double[] costs) => Figure.Text(1e3 * Spread.Compute(costs).Median, "0.0");
}
