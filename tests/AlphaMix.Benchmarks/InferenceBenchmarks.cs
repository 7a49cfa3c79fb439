using AlphaMix.Cli.Bench;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Groups;
using BenchmarkDotNet.Attributes;

namespace AlphaMix.Benchmarks;

/// <summary>One day of a universe through one group of four experts with 128 units; 16 groups take 16 times as long.</summary>
[MemoryDiagnoser]
public class InferenceBenchmarks
{
    private const int Hidden = 128;
    private const int Experts = 4;

    private readonly InferenceScratch _scratch = new();
    private ExpertGroup _group = null!;
    private TrainingSamples _samples = null!;
    private float[] _logits = [];
    private float[] _matrix = [];
    private float[] _layer = [];
    private Sgemm? _first;
    private Sgemm? _second;

    /// <summary>Gets or sets the universe: the paper's, a large index, all that is liquid in the US.</summary>
    [Params(84, 500, 3_000)]
    public int Instruments { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _group = BenchGroups.Create(1, Hidden)[0];
        _samples = BenchSamples.Create(Instruments);
        _logits = new float[GroupShape.Outputs * Instruments];
        _matrix = new float[Math.Max(BenchSamples.WindowSize, Hidden) * Hidden];
        _layer = new float[Instruments * Hidden];
        if (OpenBlas.Instance is { } library)
        {
            _first = new Sgemm(library, Instruments, BenchSamples.WindowSize, Hidden);
            _second = new Sgemm(library, Instruments, Hidden, Hidden);
        }
    }

    /// <summary>The first layer of one expert alone, as its definition computes it.</summary>
    [Benchmark]
    public void ScalarFirstLayerOfOneExpert() =>
        ScalarKernels.Multiply(_samples.Rows, _samples.Offsets, _matrix, _layer, BenchSamples.WindowSize, Hidden);

    /// <summary>The two large products of each expert.</summary>
    [Benchmark(Baseline = true)]
    public void OpenBlasProductsAlone()
    {
        if (_first is null || _second is null)
            throw new NotSupportedException(OpenBlas.Missing);
        for (var expert = 0; expert < Experts; expert++)
        {
            _first.Run();
            _second.Run();
        }
    }

    [Benchmark]
    public void Group() => _group.Logits(_samples.Rows, _samples.Offsets, _logits, _scratch);
}
