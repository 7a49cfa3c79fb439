using AlphaMix.Cli.Bench;
using AlphaMix.Core.Numerics.Simd;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using BenchmarkDotNet.Attributes;

namespace AlphaMix.Benchmarks;

/// <summary>One epoch over 6,000 samples of 110 values, four experts. The scalar twin is the kernels' definition.</summary>
[MemoryDiagnoser]
public class GroupTrainingBenchmarks
{
    private readonly TrainingSamples _samples = BenchSamples.Create(6_000);
    private GroupJob _job = null!;

    [Params(GroupSize.Hidden32Batch32, GroupSize.Hidden128Batch128)]
    public GroupSize Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var size = Size == GroupSize.Hidden32Batch32 ? 32 : 128;
        _job = new GroupJob(0, 1, new GroupHyperparameters { HiddenSize = size, BatchSize = size });
    }

    [Benchmark(Baseline = true)]
    public float[] ScalarTwin() => Train(new ScalarGroupTrainer());

    [Benchmark]
    public float[] Avx2() => Train(new SimdGroupTrainer(SimdWidth.Vector256));

    [Benchmark]
    public float[] BestVectors() => Train(new SimdGroupTrainer());

    private float[] Train(GroupTrainer trainer) => trainer.Train(_samples, _job, new GroupTrainingOptions { Epochs = 1 });
}
