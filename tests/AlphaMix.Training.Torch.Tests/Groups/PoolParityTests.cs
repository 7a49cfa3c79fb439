using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Torch.Tests.Groups;

[TestFixture]
public class PoolParityTests
{
    private const int Seeds = 10;

    // Rounding sends the two trainers apart, so pools are compared as a population: over the seeds, the mean validation loss of a torch pool
    // differs from that of the SIMD pool of the same seed by far less than seeds differ among themselves, and without a side.
    [Test]
    public void Pools_OverTenSeeds_HaveTheSameValidationLoss()
    {
        var series = SmallMarket.Generate();
        var simd = new double[Seeds];
        var torch = new double[Seeds];

        for (var seed = 0; seed < Seeds; seed++)
        {
            var configuration = SmallMarket.Configuration(seed + 1) with { Training = new TrainingOptions { Epochs = 6 } };
            simd[seed] = Loss(SmallMarket.Train(series, configuration).Pool);
            torch[seed] = Loss(new PoolTrainer(configuration, TorchCpu.Trainer()).Train(series).Pool);
        }

        var differences = torch.Zip(simd, (x, y) => x - y).ToArray();
        TestContext.Out.WriteLine($"spread over seeds {Deviation(simd):0.0000000}, mean difference {differences.Average():0.0000000}, its spread {Deviation(differences):0.0000000}");
        Assert.That(Math.Abs(differences.Average()), Is.LessThan(0.05 * Deviation(simd)));
        Assert.That(differences.Max(Math.Abs), Is.LessThan(0.5 * Deviation(simd)));
    }

    [Test]
    public void Pool_TrainedWithTorch_IsAnArtifactLikeAnyOther()
    {
        var series = SmallMarket.Generate();

        var pool = new PoolTrainer(SmallMarket.Configuration(), TorchCpu.Trainer()).Train(series).Pool;

        var twin = SmallMarket.Train(series).Pool;
        var read = PoolArtifact.Read(PoolArtifact.ToBytes(pool), "torch");
        Assert.That(read.Groups[0].Parameters.SequenceEqual(pool.Groups[0].Parameters));
        Assert.That(
            pool.Manifest.Groups.Select(record => (record.Shape, record.Initialisation)),
            Is.EqualTo(twin.Manifest.Groups.Select(record => (record.Shape, record.Initialisation))));
    }

    private static double Loss(Pool pool) => pool.Manifest.Groups.Average(record => record.ValidationLoss);

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
