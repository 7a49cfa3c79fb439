using AlphaMix.Core.Numerics;
using AlphaMix.Core.Trees;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Tests.Trees;

[TestFixture]
public class TreeBoosterTests
{
    private static readonly TreeOptions Small = new() { Trees = 5, Rate = 0.3, MinLeafSamples = 5 };

    private static IEnumerable<TestCaseData> Growths =>
    [
        new TestCaseData(Small with { MaxLeaves = 7 }).SetName("by leaf"),
        new TestCaseData(Small with { MaxLeaves = 7, L1 = 2, L2 = 5, MinGain = 1 }).SetName("by leaf, with penalties"),
        new TestCaseData(Small with { Growth = TreeGrowth.ByDepth, MaxDepth = 3 }).SetName("by depth"),
        new TestCaseData(Small with { Growth = TreeGrowth.ByDepth, MaxLeaves = 6 }).SetName("by depth, with a bound on leaves"),
        new TestCaseData(TreeOptions.Symmetric with { Trees = 5, Rate = 0.3, MaxDepth = 3 }).SetName("symmetric"),
        new TestCaseData(TreeOptions.Symmetric with { Trees = 5, Rate = 0.3, MaxDepth = 2, L2 = 0, L1 = 1 }).SetName("symmetric, other penalties")
    ];

    [TestCaseSource(nameof(Growths))]
    public void Train_GrowsTheTreesOfTheDefinition(object options)
    {
        var samples = FewValues(300);

        var ours = new TreeBooster((TreeOptions)options, threads: 1).Train(samples);
        var plain = new PlainTrees(samples, (TreeOptions)options).Train();

        Assert.Multiple(() =>
        {
            Assert.That(Questions(ours), Is.EqualTo(Questions(plain)));
            Assert.That(Leaves(ours), Is.EqualTo(Leaves(plain)).Within(1e-5));
            Assert.That(Questions(ours), Has.Some.Matches<TreeNode>(node => node.MissingLeft).And.Some.Matches<TreeNode>(node => node.Feature == 2),
                "the feature that matters for being missing");
        });
    }

    private static IEnumerable<TestCaseData> Anywhere =>
        from growth in Enum.GetValues<TreeGrowth>()
        from loss in Enum.GetValues<TreeLoss>()
        select new TestCaseData(growth, loss).SetName($"{growth}, {loss}");

    [TestCaseSource(nameof(Anywhere))]
    public void Train_SameTreesOnAnyNumberOfThreads(object growth, object loss)
    {
        var samples = Array.Find(TreeProblem.All, problem => problem.Loss == (TreeLoss)loss && problem.Columns == 10)!.Samples(2000, seed: 5);
        var options = ((TreeGrowth)growth == TreeGrowth.Symmetric ? TreeOptions.Symmetric with { MaxDepth = 4 } : new TreeOptions { MaxLeaves = 12 })
            with
        { Growth = (TreeGrowth)growth, Loss = (TreeLoss)loss, Trees = 20 };

        var one = new TreeBooster(options, threads: 1).Train(samples);

        Assert.Multiple(() =>
        {
            foreach (var threads in new[] { 2, 3, 5, 8 })
                Assert.That(Nodes(new TreeBooster(options, threads).Train(samples)), Is.EqualTo(Nodes(one)), $"{threads} threads");
            Assert.That(one.Count, Is.EqualTo(20));
        });
    }

    [TestCaseSource(nameof(Anywhere))]
    public void Train_MoreTrees_LowerTheLoss(object growth, object loss)
    {
        var problem = Array.Find(TreeProblem.All, problem => problem.Loss == (TreeLoss)loss && problem.Columns == 10)!;
        var (samples, judged) = (problem.Samples(3000, seed: 1), problem.Samples(3000, seed: 2));
        var options = ((TreeGrowth)growth == TreeGrowth.Symmetric ? TreeOptions.Symmetric : new TreeOptions())
            with
        { Growth = (TreeGrowth)growth, Loss = (TreeLoss)loss };

        double[] losses = [.. new[] { 1, 20, 100 }.Select(trees => TreeLosses.Mean(
            problem.Loss, TreeLosses.Scores(new TreeBooster(options with { Trees = trees }, 2).Train(samples), judged), judged.Targets))];

        Assert.That(losses, Is.Ordered.Descending);
        Assert.That(losses[2], Is.LessThan(0.75 * losses[0]));
    }

    [Test]
    public void Train_LogLoss_StepsAreNewtonsFromTheLogOdds()
    {
        // One question; both sides have a mean of their own, so that the first step is known.
        TreeSamples samples = new([.. Enumerable.Repeat(0f, 40), .. Enumerable.Repeat(1f, 60)], 1, [.. Enumerable.Range(0, 100)],
            [.. Enumerable.Range(0, 100).Select(i => i is < 10 or >= 70 ? 1f : 0f)]);

        var trees = new TreeBooster(new TreeOptions { Loss = TreeLoss.Log, Trees = 1, Rate = 0.5, MinLeafSamples = 1 }, 1).Train(samples);

        Assert.Multiple(() =>
        {
            Assert.That(trees.Start, Is.EqualTo(Math.Log(0.4 / 0.6)).Within(1e-12));
            Assert.That(trees.Tree(0)[0], Is.EqualTo(new TreeNode(0, 0.5f, 1, false)));
            Assert.That(trees.Tree(0)[1].Value, Is.EqualTo(0.5 * (10 - 16) / (40 * 0.24)).Within(1e-6));
            Assert.That(trees.Tree(0)[2].Value, Is.EqualTo(0.5 * (30 - 24) / (60 * 0.24)).Within(1e-6));
        });
    }

    [Test]
    public void Train_ByLeaf_SplitsWhereItGainsMost_ByDepth_LevelAfterLevel()
    {
        // A large step far to the right, and three small ones: by leaf the right side is divided twice before the left one is.
        float[] targets = [0, 0, 1, 1, 50, 50, 90, 90, 100, 100, 140, 140];
        TreeSamples samples = new([.. Enumerable.Range(0, 12).Select(i => (float)(i / 2))], 1, [.. Enumerable.Range(0, 12)], targets);
        var options = new TreeOptions { Trees = 1, MaxLeaves = 4, MinLeafSamples = 1 };

        var byLeaf = new TreeBooster(options, 1).Train(samples).Tree(0);
        var byDepth = new TreeBooster(options with { Growth = TreeGrowth.ByDepth }, 1).Train(samples).Tree(0);

        Assert.Multiple(() =>
        {
            Assert.That(byDepth.Skip(1).Take(2).Select(node => node.IsLeaf), Is.All.False);
            Assert.That(byLeaf.Where(node => !node.IsLeaf).Select(node => node.Value), Is.EquivalentTo(new[] { 2.5f, 1.5f, 4.5f }));
        });
    }

    [Test]
    public void Train_NothingToSplit_IsTheMean()
    {
        TreeSamples samples = new([1, 1, 1, 1], 1, [0, 1, 2, 3], [1, 2, 3, 6]);

        var trees = new TreeBooster(Small with { MinLeafSamples = 1 }, 1).Train(samples);

        Assert.That((trees.Count, trees.Start), Is.EqualTo((0, 3.0)));
    }

    [Test]
    public void Train_LeavesKeepToTheirBounds()
    {
        var samples = TreeProblem.All[0].Samples(1000, seed: 3);

        var trees = new TreeBooster(new TreeOptions { Trees = 3, MaxLeaves = 9, MaxDepth = 4, MinLeafSamples = 60 }, 1).Train(samples);

        for (var tree = 0; tree < trees.Count; tree++)
        {
            var one = new TreeEnsemble(samples.WindowSize, 0, [trees.Tree(tree)]);
            var sizes = TreeLosses.Scores(one, samples).GroupBy(score => score).Select(leaf => leaf.Count()).ToArray();
            Assert.That(sizes, Has.Length.InRange(6, 9).And.All.AtLeast(60));
        }
    }

    private static IEnumerable<TestCaseData> Faulty =>
    [
        new TestCaseData(Small with { Trees = 0, Rate = 2, Bins = 1 }, "the number of trees must be at least 1, found 0; the learning rate must be "
            + "in (0, 1], found 2; the number of bins must be in [2, 255], found 1"),
        new TestCaseData(Small with { MaxLeaves = 1, MaxDepth = -1, MinLeafSamples = 0 }, "the depth must be"),
        new TestCaseData(Small with { L2 = double.NaN, L1 = -1 }, "L1 must be a number, not negative, found -1; L2"),
        new TestCaseData(TreeOptions.Symmetric with { MaxDepth = 0, MinLeafSamples = 20 }, "a depth in [1, 16], found 0; symmetric trees have no bound")
    ];

    [TestCaseSource(nameof(Faulty))]
    public void Train_OptionsOutOfRange_AllAreNamed(object options, string message) => Assert.That(
        () => new TreeBooster((TreeOptions)options, 1).Train(FewValues(50)), Throws.ArgumentException.With.Message.Contains(message));

    [TestCase(float.PositiveInfinity, 1f, "sample 0, value 1: found Infinity")]
    [TestCase(1f, float.NaN, "target 0 must be finite, found NaN")]
    public void Train_AValueThatIsNone_IsRefusedByPlace(float value, float target, string message) => Assert.That(
        () => new TreeBooster(Small, 1).Train(new TreeSamples([0, value], 2, [0], [target])), Throws.ArgumentException.With.Message.Contains(message)
            .IgnoreCase.Or.Message.Contains(message.Replace("Infinity", "∞", StringComparison.Ordinal)));

    [TestCase(1.5f, "target 0 must be in [0, 1], found 1.5")]
    [TestCase(1f, "all targets are 1; a log loss needs both")]
    public void Train_LogLoss_TargetsThatHaveNoOdds_AreRefused(float target, string message) => Assert.That(
        () => new TreeBooster(Small with { Loss = TreeLoss.Log }, 1).Train(new TreeSamples([0, 1], 1, [0, 1], [target, 1])),
        Throws.ArgumentException.With.Message.Contains(message));

    /// <summary>Features of ten values, some missing; being missing says something of the third.</summary>
    private static TreeSamples FewValues(int count)
    {
        var random = new KeyedRandom(7, RandomPurpose.Market);
        var (rows, targets) = (new float[4 * count], new float[count]);
        for (var i = 0; i < count; i++)
        {
            var window = rows.AsSpan(4 * i, 4);
            foreach (ref var value in window)
                value = random.NextInt(6) == 0 ? float.NaN : random.NextInt(10);
            targets[i] = (float)(window[0] > 4 ? 2 : 0) + (window[1] <= 2 ? -1 : 0) + (float.IsNaN(window[2]) ? 3 : 0) + (float)random.NextNormal();
        }

        return new TreeSamples(rows, 4, [.. Enumerable.Range(0, count).Select(i => 4 * i)], targets);
    }

    private static TreeNode[] Nodes(TreeEnsemble trees) => [.. Enumerable.Range(0, trees.Count).SelectMany(trees.Tree)];

    private static TreeNode[] Questions(TreeEnsemble trees) => [.. Nodes(trees).Where(node => !node.IsLeaf)];

    private static float[] Leaves(TreeEnsemble trees) => [.. Nodes(trees).Where(node => node.IsLeaf).Select(node => node.Value)];
}
