using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Testing.Child;

/// <summary>A training that any machine finishes in a moment, with remainders in every dimension.</summary>
public static class TinyTraining
{
    private const int Count = 200;
    private const int WindowSize = 23;

    /// <summary>Gives the SHA-256 of the trained parameters, losses and logits, for both losses and both kinds of head.</summary>
    public static string Fingerprint()
    {
        var samples = Samples();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var loss in Enum.GetValues<LossKind>())
        {
            var hyperparameters = new GroupHyperparameters
            {
                BatchSize = 20,
                HiddenSize = 37,
                LearningRate = 1e-3,
                EnsembleHead = loss == LossKind.Collaborative
            };
            var options = new GroupTrainingOptions { Epochs = 2, Loss = loss, Seed = 3 };
            var parameters = new SimdGroupTrainer().Train(
                samples, new GroupJob(1, 2, hyperparameters), options, (_, mean, _) => hash.AppendData(BitConverter.GetBytes(mean)));
            var logits = new float[2 * Count];
            new ExpertGroup(hyperparameters.ShapeFor(WindowSize), parameters)
                .Logits(samples.Rows, samples.Offsets, logits, new InferenceScratch());
            hash.AppendData(MemoryMarshal.AsBytes(parameters.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(logits.AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static TrainingSamples Samples()
    {
        var random = new KeyedRandom(9, RandomPurpose.Market);
        var rows = new float[Count + WindowSize];
        foreach (ref var value in rows.AsSpan())
            value = (float)random.NextNormal();
        return new TrainingSamples(
            rows, WindowSize, [.. Enumerable.Range(0, Count)], [.. Enumerable.Range(0, Count).Select(_ => (byte)random.NextInt(2))]);
    }
}
