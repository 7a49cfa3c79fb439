using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Tests.Trees;

[TestFixture]
public class ColumnCutsTests
{
    [TestCase(new float[] { }, new float[] { })]
    [TestCase(new[] { 3f, 3, 3 }, new float[] { })]
    [TestCase(new[] { 1f, 1, 1, 2, 4, 4 }, new[] { 1.5f, 3 })]
    [TestCase(new[] { 1f, 2, 3, 4 }, new[] { 1.5f, 2.5f, 3.5f })]
    public void Find_FewValues_HasACutBetweenAllNeighbours(float[] sorted, float[] cuts) =>
        Assert.That(ColumnCuts.Find(sorted, bins: 4), Is.EqualTo(cuts));

    [Test]
    public void Find_ManyValues_HasEqualParts()
    {
        float[] sorted = [.. Enumerable.Range(0, 1000).Select(i => (float)i * i)];

        var parts = sorted.GroupBy(value => ColumnCuts.BinOf(ColumnCuts.Find(sorted, 8), value)).Select(part => part.Count());

        Assert.That(parts, Is.EqualTo(Enumerable.Repeat(125, 8)));
    }

    [Test]
    public void Find_HalfOfTheValuesAlike_DividesTheOthers()
    {
        float[] sorted = [.. Enumerable.Repeat(0f, 500), .. Enumerable.Range(1, 500).Select(i => (float)i)];

        var cuts = ColumnCuts.Find(sorted, 10);

        Assert.That(cuts[0], Is.EqualTo(0.5f));
        Assert.That(cuts, Is.Ordered.And.Unique);
        Assert.That(cuts, Has.Length.InRange(5, 9));
    }

    [Test]
    public void Find_NeighbouringFloats_AreStillParted()
    {
        var (low, high) = (1f, MathF.BitIncrement(1));

        var cuts = ColumnCuts.Find([low, high], 2);

        Assert.That((ColumnCuts.BinOf(cuts, low), ColumnCuts.BinOf(cuts, high)), Is.EqualTo((0, 1)));
    }

    [TestCase(-9f, 0)]
    [TestCase(1f, 0)]
    [TestCase(1.1f, 1)]
    [TestCase(3f, 2)]
    [TestCase(3.5f, 3)]
    public void BinOf_AValueOnACut_BelongsBelow(float value, int bin) => Assert.That(ColumnCuts.BinOf([1, 2, 3], value), Is.EqualTo(bin));
}
