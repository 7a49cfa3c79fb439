namespace AlphaMix.Cli.Bench;

/// <summary>Counted operations a second of training against those of OpenBLAS's sgemm on the products that are counted.</summary>
internal sealed class SgemmBench : IBench
{
    private const int Hidden = 128;
    private const int Batch = 128;

    public IReadOnlyList<string> Keys => ["trainOverSgemm"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        if (OpenBlas.Instance is not { } library)
            return [Make(null, OpenBlas.Missing)];
        var ours = new TrainingWork(Hidden, Batch, BenchSamples.Create(60_000), context.IsQuick ? 2 : 5);
        var products = Products(library);
        var flops = products.Sum(product => product.Flops);
        var repeats = (int)(ours.SampleCount / Batch);
        var costs = context.Timer.Run(
            () => ours.SecondsPerSample() / ours.FlopsPerSample,
            () => PairedTimer.ProcessorSeconds(() => Repeat(products, repeats)) / (repeats * flops));
        foreach (var product in products)
            product.Dispose();
        var ratio = PairedTimer.Ratio(costs[1], costs[0]);
        return [Make(
            ratio.Median, Figure.WithQuartiles(ratio, $"{Rate(costs[0])} against {Rate(costs[1])} GFLOP/s ({library.Core} kernels)"))];
    }

    // Both layers: forward, derivative by the input, derivative by W.
    private static Sgemm[] Products(OpenBlas library) =>
    [
        .. new[] { BenchSamples.WindowSize, Hidden }.SelectMany(inputs => new[]
        {
            new Sgemm(library, Batch, inputs, Hidden),
            new Sgemm(library, Batch, Hidden, inputs, bTransposed: true),
            new Sgemm(library, inputs, Batch, Hidden, aTransposed: true)
        })
    ];

    private static void Repeat(Sgemm[] products, int times)
    {
        for (var i = 0; i < times; i++)
            foreach (var product in products)
                product.Run();
    }

    private static BenchFigure Make(double? value, string note) => new(
        "trainOverSgemm", $"training, h = {Hidden}: counted flops over sgemm's", BenchTarget.AtLeast(1), value, note);

    private static string Rate(double[] costs) => Figure.Text(1e-9 / Spread.Compute(costs).Median, "0");
}
