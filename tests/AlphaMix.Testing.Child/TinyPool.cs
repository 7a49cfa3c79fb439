using System.Security.Cryptography;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;

namespace AlphaMix.Testing.Child;

/// <summary>A pool with all routers that any machine finishes in a moment, without vectors too.</summary>
public static class TinyPool
{
    /// <summary>Gives the SHA-256 of the artifact.</summary>
    public static string Fingerprint()
    {
        var configuration = new TrainingConfiguration
        {
            Split = new()
            {
                TrainFrom = new DateOnly(2020, 1, 1),
                ValidationFrom = new DateOnly(2020, 5, 1),
                TestFrom = new DateOnly(2020, 7, 1),
                TestTo = new DateOnly(2020, 8, 1)
            },
            Features = new FeatureOptions { WindowDays = 3 },
            Search = new SearchOptions { BatchSize = [16, 32], HiddenSize = [7], LearningRate = [1e-3], Experts = [2] },
            Training = new TrainingOptions { Epochs = 2, BestEpoch = EpochRule.ValLoss },
            Pool = new PoolOptions { TopK = 2, Initialisations = 2 },
            Routers = new RouterOptions { AsNeeded = new AsNeededOptions { Epochs = 1 } }
        };
        var pool = new PoolTrainer(configuration, new SimdGroupTrainer(), threads: 1).Train(Bars()).Pool;
        return Convert.ToHexString(SHA256.HashData(PoolArtifact.ToBytes(pool)));
    }

    private static BarSeries[] Bars() => [.. Enumerable.Range(0, 6).Select(i =>
    {
        var random = new KeyedRandom(11, RandomPurpose.Market, i);
        var price = 50.0;
        return new BarSeries($"T{i}", BarResolution.Daily, [.. Enumerable.Range(0, 200).Select(day =>
        {
            var open = price * (1 + 0.01 * random.NextNormal());
            price = open * (1 + 0.01 * random.NextNormal());
            return new Bar(new DateTime(2020, 1, 1).AddDays(day), open, 1.01 * Math.Max(open, price), 0.99 * Math.Min(open, price), price, 1000);
        })]);
    })];
}
