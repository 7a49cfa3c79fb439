using AlphaMix.Core.Numerics;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Routers;

namespace AlphaMix.Training.Tests.Routers;

[TestFixture]
public class AsNeededFitterTests
{
    private const int Samples = 2000;
    private const int Inputs = 6;

    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(0.9)]
    public void Fit_WantedOnRate_IsReached(double rate)
    {
        var fit = AsNeededFitter.Fit(NoisyGroups(), [0, 1, 2], new AsNeededOptions { OnRate = rate, Epochs = 3 }, seed: 1);

        Assert.That(fit.OnRates, Is.All.EqualTo(rate).Within(0.01));
    }

    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(0.8)]
    public void Fit_RoutersThatAgree_EachPassesItsShareOfTheSamplesThatReachIt(double rate)
    {
        var samples = EveryGroupWrongWhereFeatureZeroIsPositive();

        var fit = AsNeededFitter.Fit(samples, [0, 1, 2], new AsNeededOptions { OnRate = rate, Epochs = 5 }, seed: 1);

        // The second router asks on almost wherever the first does: its share of all samples is not its share of those that it sees.
        var first = AsksOn(samples, fit);
        var second = AsksOn(samples, fit, router: 1);
        var reached = first.Count(on => on);
        var passed = first.Zip(second).Count(pair => pair.First && pair.Second);
        Assert.Multiple(() =>
        {
            Assert.That(reached / (double)Samples, Is.EqualTo(rate).Within(0.01));
            Assert.That(passed / (double)reached, Is.EqualTo(rate).Within(0.01));
            Assert.That(second.Count(on => on) / (double)Samples, Is.Not.EqualTo(rate).Within(0.03), "the routers do not agree");
            Assert.That(fit.OnRates, Is.EqualTo(new[] { reached / (double)Samples, passed / (double)reached }).Within(1e-12));
        });
    }

    [Test]
    public void Fit_WantedOnRate_StatesTheOmegaThatTheShiftStandsFor()
    {
        var samples = NoisyGroups();
        var rare = AsNeededFitter.Fit(samples, [0, 1], new AsNeededOptions { OnRate = 0.2, Epochs = 3 }, seed: 1);
        var often = AsNeededFitter.Fit(samples, [0, 1], new AsNeededOptions { OnRate = 0.8, Epochs = 3 }, seed: 1);

        // One fit, two biases: log-odds differ by the logarithm of the omegas' ratio.
        Assert.That(
            Math.Log(often.Omega[0] / rare.Omega[0]),
            Is.EqualTo(often.Parameters.OutputBias[0] - rare.Parameters.OutputBias[0]).Within(1e-5).And.GreaterThan(0));
    }

    [Test]
    public void Fit_WantedOnRate_WeighsOnAndOffAlike_BeforeTheShift()
    {
        var samples = NoisyGroups();
        var on = AsNeededTargets.Compute(samples, [0, 1], AsNeededTarget.Paper).AskOn[0].Count(each => each);
        var balance = (double)(Samples - on) / on;

        var shifted = AsNeededFitter.Fit(samples, [0, 1], new AsNeededOptions { OnRate = 0.3, Epochs = 3 }, seed: 1);
        var balanced = AsNeededFitter.Fit(samples, [0, 1], new AsNeededOptions { Omega = balance, Epochs = 3 }, seed: 1);

        var shift = shifted.Parameters.OutputBias[0] - balanced.Parameters.OutputBias[0];
        Assert.That(shifted.Parameters.OutputWeights, Is.EqualTo(balanced.Parameters.OutputWeights));
        Assert.That(shifted.Omega[0], Is.EqualTo(balance * Math.Exp(shift)).Within(1e-4));
    }

    [Test]
    public void Fit_LargeOmega_AsksOnMoreOftenThanASmallOne()
    {
        var samples = NoisyGroups();

        var eager = AsNeededFitter.Fit(samples, [0, 1], new AsNeededOptions { Omega = 3, Epochs = 5 }, seed: 1);
        var reluctant = AsNeededFitter.Fit(samples, [0, 1], new AsNeededOptions { Omega = 0.3, Epochs = 5 }, seed: 1);

        Assert.That(eager.OnRates[0], Is.GreaterThan(reluctant.OnRates[0] + 0.3));
        Assert.That(eager.Omega, Is.EqualTo(new[] { 3.0 }));
    }

    [Test]
    public void Fit_FirstGroupWrongOnOneSideOfAFeature_AsksOnThere()
    {
        var samples = FirstGroupWrongWhereFeatureZeroIsPositive();

        var fit = AsNeededFitter.Fit(samples, [0, 1], new AsNeededOptions { Epochs = 20 }, seed: 1);
        var asked = AsksOn(samples, fit);

        var agreement = Enumerable.Range(0, Samples).Count(i => asked[i] == samples.Rows[i * Inputs] > 0) / (double)Samples;
        Assert.That(agreement, Is.GreaterThan(0.9));
    }

    [Test]
    public void Targets_Ride_AskOnOnlyWhereMoreGroupsHelp()
    {
        // Group 0 is wrong on samples 0 and 1; the mean with group 1 is right on sample 1 alone.
        var samples = new RoutingSamples(
            [0, 0, 0], 1, [0, 1, 2], [1, 1, 1], [[1, 0, 1, 0, 0, 1], [1, 0, 0, 3, 0, 1]]);

        var paper = AsNeededTargets.Compute(samples, [0, 1], AsNeededTarget.Paper);
        var ride = AsNeededTargets.Compute(samples, [0, 1], AsNeededTarget.Ride);

        Assert.Multiple(() =>
        {
            Assert.That(paper.AskOn[0], Is.EqualTo(new[] { true, true, false }));
            Assert.That(ride.AskOn[0], Is.EqualTo(new[] { false, true, false }));
        });
    }

    /// <summary>Returns whether a router asks on, of all samples: those that reach it and those that do not.</summary>
    private static bool[] AsksOn(RoutingSamples samples, AsNeededFit fit, int router = 0)
    {
        var logits = samples.MeanLogits([.. Enumerable.Range(0, router + 1)]);
        var embeddings = new float[samples.Count * 8];
        Core.Routers.AsNeededEmbedding.Compute(fit.Parameters, samples.Rows, samples.Offsets, embeddings);
        return [.. Enumerable.Range(0, samples.Count).Select(i => Core.Routers.AsNeededEmbedding.AsksOn(
            fit.Parameters, router, embeddings.AsSpan(8 * i, 8), logits.AsSpan(2 * i, 2)))];
    }

    private static RoutingSamples NoisyGroups()
    {
        var random = new KeyedRandom(3, RandomPurpose.Search);
        var rows = Normals(random, Samples * Inputs);
        var labels = Enumerable.Range(0, Samples).Select(_ => (byte)random.NextInt(2)).ToArray();
        return new RoutingSamples(rows, Inputs, Offsets(), labels, [.. Enumerable.Range(0, 3).Select(_ => Normals(random, 2 * Samples))]);
    }

    private static RoutingSamples FirstGroupWrongWhereFeatureZeroIsPositive()
    {
        var random = new KeyedRandom(4, RandomPurpose.Search);
        var rows = Normals(random, Samples * Inputs);
        var labels = new byte[Samples];
        var first = new float[2 * Samples];
        var second = new float[2 * Samples];
        for (var i = 0; i < Samples; i++)
        {
            labels[i] = (byte)random.NextInt(2);
            var up = labels[i] == 1;
            first[2 * i + 1] = up == rows[i * Inputs] > 0 ? -0.1f : 0.1f;
            second[2 * i + 1] = up ? 1 : -1;
        }

        return new RoutingSamples(rows, Inputs, Offsets(), labels, [first, second]);
    }

    private static RoutingSamples EveryGroupWrongWhereFeatureZeroIsPositive()
    {
        var random = new KeyedRandom(5, RandomPurpose.Search);
        var rows = Normals(random, Samples * Inputs);
        var labels = Enumerable.Range(0, Samples).Select(_ => (byte)random.NextInt(2)).ToArray();
        float[] Group() => [.. Enumerable.Range(0, 2 * Samples).Select(j =>
            j % 2 == 0 ? 0 : (labels[j / 2] == 1 == rows[j / 2 * Inputs] > 0 ? -1 : 1) * (float)(0.5 + random.NextDouble()))];
        return new RoutingSamples(rows, Inputs, Offsets(), labels, [Group(), Group(), Group()]);
    }

    private static int[] Offsets() => [.. Enumerable.Range(0, Samples).Select(i => i * Inputs)];

    private static float[] Normals(KeyedRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
}
