namespace AlphaMix.Cli.Bench;

/// <summary>All measurements, in the order of the table.</summary>
internal static class BenchSuite
{
    public static IReadOnlyList<IBench> All { get; } =
    [
        new TrainingBench("train", 128, 128, 4, 2.3),
        new SgemmBench(),
        new TrainingBench("small", 32, 32, 40, 13),
        new ColdStartBench(),
        new Acl18Bench(),
        new ThreadsBench(),
        new WidthBench(),
        new InferenceBench(),
        new RouterBench(),
        new FeatureBench(),
        new FolderBench(),
        new ScalingBench(),
        new EvaluationBench(),
        new TreeBench()
    ];

    /// <summary>Runs the measurements that are asked for.</summary>
    /// <param name="context">What they share.</param>
    /// <param name="keys">Keys of the figures wanted; empty for all.</param>
    /// <param name="report">Receives each figure as it comes.</param>
    /// <param name="cancellation">Checked between measurements.</param>
    public static IReadOnlyList<BenchFigure> Run(
        BenchContext context, IReadOnlyCollection<string> keys, Action<BenchFigure> report, CancellationToken cancellation)
    {
        var figures = new List<BenchFigure>();
        foreach (var bench in All.Where(bench => keys.Count == 0 || bench.Keys.Any(keys.Contains)))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var figure in bench.Measure(context))
            {
                figures.Add(figure);
                report(figure);
            }
        }

        return figures;
    }
}
