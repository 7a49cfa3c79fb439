using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Tests.Artifacts;
using AlphaMix.Core.Trees;
using AlphaMix.Testing;

namespace AlphaMix.Core.Tests.Trees;

[TestFixture]
public class TreeGroupTests
{
    private static readonly float[] Rows = [0.1f, -0.4f, 0.3f, 0.9f, -0.2f, 0.6f, 0.5f, -0.8f, 0.7f, 0.2f];
    private static readonly int[] Offsets = [0, 2, 4, 6];

    [Test]
    public void Logits_AreMinusAndPlusHalfTheScore()
    {
        var trees = new TreeEnsemble(4, 0.3, [[new(0, 0, 1, true), TreeNode.Leaf(-0.7f), TreeNode.Leaf(1.1f)]]);
        var (scores, logits) = (new double[Offsets.Length], new float[2 * Offsets.Length]);

        trees.Score(Rows, Offsets, scores);
        new TreeGroup(trees).Logits(Rows, Offsets, logits, new InferenceScratch());

        Assert.Multiple(() =>
        {
            Assert.That(logits.Where((_, i) => i % 2 == 1), Is.EqualTo(scores.Select(score => (float)(score / 2))));
            Assert.That(logits.Where((_, i) => i % 2 == 0), Is.EqualTo(scores.Select(score => -(float)(score / 2))));
            Assert.That(scores.Distinct().Count(), Is.GreaterThan(1));
        });
    }

    [Test]
    public void Logits_WithoutRoom_AreRefused() => Assert.That(
        () => new TreeGroup(SamplePools.Trees(1)).Logits(Rows, Offsets, new float[4], new InferenceScratch()),
        Throws.ArgumentException.With.Message.Contains("4 samples have 8 logits, found room for 4"));

    [Test]
    public void V_AveragesNetworksAndTrees()
    {
        var pool = SamplePools.WithTrees();
        var (probabilities, asked, logits) = (new float[Offsets.Length], new int[Offsets.Length], new float[2 * Offsets.Length]);
        var mean = new double[2 * Offsets.Length];

        pool.Router(RouterNames.Average).Score(Rows, Offsets, probabilities, asked, new RouterScratch());
        foreach (var member in pool.Members)
        {
            member.Logits(Rows, Offsets, logits, new InferenceScratch());
            for (var i = 0; i < mean.Length; i++)
                mean[i] += logits[i] / 5.0;
        }

        Assert.Multiple(() =>
        {
            Assert.That(pool.Members, Is.EqualTo(pool.Groups.Concat<IGroup>(pool.TreeGroups)));
            Assert.That(asked, Is.All.EqualTo(2 + 2 + 3 + 1 + 1), "a tree group is one expert");
            for (var i = 0; i < probabilities.Length; i++)
                Assert.That(probabilities[i], Is.EqualTo(1 / (1 + Math.Exp(mean[2 * i] - mean[2 * i + 1]))).Within(1e-6));
        });
    }

    [TestCase(RouterNames.Average)]
    [TestCase(RouterNames.AsNeeded)]
    [TestCase(RouterNames.Selection)]
    public void Router_OfTrees_AllocatesNothing_AndAnswersAsTheArtifactDoes(string name)
    {
        var pool = SamplePools.WithTrees();
        var read = PoolArtifact.Read(PoolArtifact.ToBytes(pool), "pool");
        var (probabilities, asked, scratch) = (new float[Offsets.Length], new int[Offsets.Length], new RouterScratch());
        var again = new float[Offsets.Length];

        var bytes = Allocation.Measure(() => pool.Router(name).Score(Rows, Offsets, probabilities, asked, scratch));
        read.Router(name).Score(Rows, Offsets, again, asked, scratch);

        Assert.Multiple(() =>
        {
            Assert.That(bytes, Is.Zero);
            Assert.That(again, Is.EqualTo(probabilities).AsCollection, "to the bit");
        });
    }
}
