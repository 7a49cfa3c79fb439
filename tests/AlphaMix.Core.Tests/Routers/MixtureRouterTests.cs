using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Tests.Routers;

[TestFixture]
public class MixtureRouterTests
{
    private const int Samples = 50;
    private static readonly GroupShape Small = new(6, 4, 2);
    private static readonly GroupShape Large = new(6, 4, 3);

    private static readonly float[] Rows = Normals(new KeyedRandom(1, RandomPurpose.Search), 6 * Samples);
    private static readonly int[] Offsets = [.. Enumerable.Range(0, Samples).Select(i => 6 * i)];
    private static readonly ExpertGroup[] Groups = [Group(Small, 2), Group(Large, 3), Group(Small, 4)];

    [Test]
    public void Score_IsTheSoftmaxOfTheWeightedMeanLogits_AndAsksThoseThatHaveAWeight()
    {
        var (probabilities, asked) = Score(new MixtureRouter("W", Groups, [2, 1, 0], [0.7f, 0.3f, 0]));

        var (first, second) = (Logits(Groups[2]), Logits(Groups[1]));
        for (var i = 0; i < Samples; i++)
        {
            var margin = 0.7 * (first[2 * i + 1] - first[2 * i]) + 0.3 * (second[2 * i + 1] - second[2 * i]);
            Assert.That(probabilities[i], Is.EqualTo(1 / (1 + Math.Exp(-margin))).Within(1e-6));
        }

        Assert.That(asked, Is.All.EqualTo(2 + 3));
    }

    [Test]
    public void Average_AsksEveryExpert() => Assert.That(Score(MixtureRouter.Average(Groups)).Asked, Is.All.EqualTo(2 + 3 + 2));

    [Test]
    public void Soup_AsksTheExpertsOfOneGroup() => Assert.That(Score(new SoupRouter(Groups[1])).Asked, Is.All.EqualTo(3));

    [TestCase(new[] { 0, 1 }, new[] { 0.5f, 0.4f }, "must be non-negative with sum 1")]
    [TestCase(new[] { 0, 1 }, new[] { 1.5f, -0.5f }, "must be non-negative with sum 1")]
    [TestCase(new[] { 0, 3 }, new[] { 0.5f, 0.5f }, "groups from 0 to 2")]
    [TestCase(new[] { -1, 0 }, new[] { 0.5f, 0.5f }, "groups from 0 to 2")]
    [TestCase(new[] { 0, 1 }, new[] { 1f }, "as many of each")]
    public void Constructor_WhatIsNoMixture_Throws(int[] groups, float[] weights, string fault) =>
        Assert.That(() => new MixtureRouter("W", Groups, groups, weights), Throws.ArgumentException.With.Message.Contains(fault));

    private static (float[] Probabilities, int[] Asked) Score(IRouter router)
    {
        var (probabilities, asked) = (new float[Samples], new int[Samples]);
        router.Score(Rows, Offsets, probabilities, asked, new RouterScratch());
        return (probabilities, asked);
    }

    private static float[] Logits(ExpertGroup group)
    {
        var logits = new float[2 * Samples];
        group.Logits(Rows, Offsets, logits, new InferenceScratch());
        return logits;
    }

    private static ExpertGroup Group(GroupShape shape, int seed) =>
        new(shape, Normals(new KeyedRandom(seed, RandomPurpose.Search), new GroupLayout(shape).ParameterCount));

    private static float[] Normals(KeyedRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
}
