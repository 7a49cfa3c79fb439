namespace AlphaMix.Cli.Bench;

/// <summary>Training one group on one core against PyTorch, ordinary and tuned by hand.</summary>
/// <param name="prefix">Start of the keys.</param>
/// <param name="hidden">Units in a hidden layer.</param>
/// <param name="batch">Samples in a mini-batch.</param>
/// <param name="ordinaryTarget">How many times as fast as ordinary PyTorch it should be.</param>
/// <param name="tunedTarget">How many times as fast as tuned PyTorch it should be.</param>
internal sealed class TrainingBench(string prefix, int hidden, int batch, double ordinaryTarget, double tunedTarget) : IBench
{
    private const int Samples = 60_000;

    public IReadOnlyList<string> Keys => [$"{prefix}VsTorch", $"{prefix}VsTunedTorch"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        if (PythonProgram.FindTorch(context.Root, "ordinary.py", out var reason) is not { } ordinaryProgram
            || PythonProgram.FindTorch(context.Root, "tuned.py", out reason) is not { } tunedProgram)
            return Figures(null, null, reason);

        using var ordinary = ordinaryProgram.Start(hidden, batch);
        using var tuned = tunedProgram.Start(hidden, batch);
        var ours = new TrainingWork(hidden, batch, BenchSamples.Create(Samples), context.IsQuick ? 2 : 5);
        var steps = (context.IsQuick ? 20_000 : Samples) / batch;
        var costs = context.Timer.Run(
            () => ours.SecondsPerSample(),
            () => ordinary.Seconds(steps) / (steps * batch),
            () => tuned.Seconds(steps) / (steps * batch));
        var note = $"{Rate(costs[0])} against {Rate(costs[1])} (ordinary) and {Rate(costs[2])} (tuned) k samples/s";
        return Figures(PairedTimer.Ratio(costs[1], costs[0]), PairedTimer.Ratio(costs[2], costs[0]), note);
    }

    private BenchFigure[] Figures(Spread? ordinary, Spread? tuned, string note) =>
    [
        new(Keys[0], $"training, h = {hidden}, batch {batch}: times ordinary PyTorch", BenchTarget.AtLeast(
            ordinaryTarget), ordinary?.Median, Note(ordinary, note)),
        new(Keys[1], $"training, h = {hidden}, batch {batch}: times tuned PyTorch", BenchTarget.AtLeast(tunedTarget), tuned?.Median, Note(
            tuned, note))
    ];

    private static string Note(Spread? spread, string note) => spread is { } known ? Figure.WithQuartiles(known, note) : note;

    private static string Rate(double[] costs) => Figure.Text(1e-3 / Spread.Compute(costs).Median, "0");
}
