using AlphaMix.Core.Trees;
using AlphaMix.Testing;

namespace AlphaMix.Core.Tests.Trees;

[TestFixture]
public class TreeEnsembleTests
{
    // x1 <= 2 ? (x0 <= -1 ? 10 : 20) : 30; a missing x1 goes right, a missing x0 left.
    private static readonly TreeNode[] Two =
        [new(1, 2, 1, false), new(0, -1, 3, true), TreeNode.Leaf(30), TreeNode.Leaf(10), TreeNode.Leaf(20)];

    private static readonly TreeNode[] One = [TreeNode.Leaf(0.5f)];

    [TestCase(-1f, 2f, 10)]
    [TestCase(-0.9f, 2f, 20)]
    [TestCase(-5f, 2.1f, 30)]
    [TestCase(0f, float.NaN, 30)]
    [TestCase(float.NaN, 0f, 10)]
    public void Score_IsTheStartAndALeafOfEachTree(float first, float second, double leaf)
    {
        var scores = new double[2];

        new TreeEnsemble(2, 100, [Two, One, Two]).Score([7, first, second, 9, 9], [1, 3], scores);

        Assert.That(scores, Is.EqualTo(new[] { 100.5 + 2 * leaf, 100.5 + 60 }));
    }

    [Test]
    public void Score_DoesNotDependOnTheSamplesBeside_AndAllocatesNothing()
    {
        var trees = new TreeEnsemble(2, 0.1, [Two, One, Two]);
        var rows = Enumerable.Range(0, 700).Select(i => (i * 37 % 11) - 5f).ToArray();
        int[] offsets = [.. Enumerable.Range(0, 600)];
        var (together, alone) = (new double[600], new double[600]);

        var bytes = Allocation.Measure(() => trees.Score(rows, offsets, together));
        for (var i = 0; i < offsets.Length; i++)
            trees.Score(rows, offsets.AsSpan(i, 1), alone.AsSpan(i, 1));

        Assert.Multiple(() =>
        {
            Assert.That(bytes, Is.Zero);
            Assert.That(together, Is.EqualTo(alone));
            Assert.That(together.Distinct().Count(), Is.EqualTo(3));
        });
    }

    [Test]
    public void Tree_IsTheOneGiven()
    {
        var trees = new TreeEnsemble(2, 0, [One, Two, Two]);

        Assert.Multiple(() =>
        {
            Assert.That(trees.Tree(0), Is.EqualTo(One));
            Assert.That(trees.Tree(1), Is.EqualTo(Two));
            Assert.That(trees.Tree(2), Is.EqualTo(Two));
            Assert.That((trees.Count, trees.NodeCount, trees.ParameterCount), Is.EqualTo((3, 11, 12L)));
        });
    }

    private static IEnumerable<TestCaseData> Broken =>
    [
        new TestCaseData(new TreeNode[] { new(2, 0, 1, false), TreeNode.Leaf(0), TreeNode.Leaf(0) }, "node 0: found feature 2, expected at most 1"),
        new TestCaseData(new TreeNode[] { new(0, 0, 1, false), TreeNode.Leaf(0) }, "node 0: found children 1 and 2, expected two of 1 to 1"),
        new TestCaseData(new TreeNode[] { new(0, 0, 0, false), TreeNode.Leaf(0), TreeNode.Leaf(0) }, "found children 0 and 1"),
        new TestCaseData(new TreeNode[] { new(0, 0, int.MaxValue, false), TreeNode.Leaf(0), TreeNode.Leaf(0) }, "found children 2147483647 and 2147483648"),
        new TestCaseData(new[] { TreeNode.Leaf(float.NaN) }, "expected a finite number, found NaN"),
        new TestCaseData(Array.Empty<TreeNode>(), "Tree 1 has no node")
    ];

    [TestCaseSource(nameof(Broken))]
    public void New_ABrokenTree_IsRefusedByName(TreeNode[] tree, string message) =>
        Assert.That(() => new TreeEnsemble(2, 0, [One, tree]), Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void New_AStartThatIsNotFinite_IsRefused() =>
        Assert.That(() => new TreeEnsemble(2, double.NaN, [One]), Throws.ArgumentException.With.Message.Contains("found NaN"));

    [TestCase(-1)]
    [TestCase(4)]
    public void Score_AWindowOutsideTheRows_IsRefused(int offset) => Assert.That(
        () => new TreeEnsemble(2, 0, [Two]).Score(new float[5], [offset], new double[1]),
        Throws.ArgumentException.With.Message.Contains($"A window of 2 values cannot start at {offset} of 5"));

    [Test]
    public void Score_WithoutRoom_IsRefused() => Assert.That(
        () => new TreeEnsemble(2, 0, [Two]).Score(new float[5], [0, 1], new double[1]),
        Throws.ArgumentException.With.Message.Contains("2 samples have as many scores, found room for 1"));
}
