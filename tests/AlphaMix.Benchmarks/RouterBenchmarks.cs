using AlphaMix.Cli.Bench;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Groups;
using BenchmarkDotNet.Attributes;

namespace AlphaMix.Benchmarks;

/// <summary>Four groups of four experts with 128 units: all of them, or as needed with each router on for half of what reaches it.</summary>
[MemoryDiagnoser]
public class RouterBenchmarks
{
    private readonly RouterScratch _scratch = new();
    private MixtureRouter _all = null!;
    private AsNeededRouter _asNeeded = null!;
    private TrainingSamples _samples = null!;
    private float[] _probabilities = [];
    private int[] _asked = [];

    [Params(500, 3_000)]
    public int Instruments { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _samples = BenchSamples.Create(Instruments);
        var groups = BenchGroups.Create(4, 128);
        _all = MixtureRouter.Average(groups);
        _asNeeded = new AsNeededRouter(groups, RouterBench.HalfOn(groups, _samples));
        (_probabilities, _asked) = (new float[Instruments], new int[Instruments]);
    }

    [Benchmark(Baseline = true)]
    public void AllGroups() => _all.Score(_samples.Rows, _samples.Offsets, _probabilities, _asked, _scratch);

    [Benchmark]
    public void AsNeeded() => _asNeeded.Score(_samples.Rows, _samples.Offsets, _probabilities, _asked, _scratch);
}
