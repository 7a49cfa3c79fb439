using AlphaMix.Training.Experiments.PublishedDefects;

namespace AlphaMix.Training.Tests.Experiments.PublishedDefects;

[TestFixture]
public class ScrambledAverageTests
{
    // The finding on the authors' evaluation: 84 stocks a day, 4 experts.
    [Test]
    public void At_84StocksAnd4Experts_NoRowAveragesItsOwnStock_AndSixContainIt()
    {
        var rows = Enumerable.Range(0, 84)
            .Select(j => Enumerable.Range(0, 4).Select(q => ScrambledAverage.At(4 * j + q, 84)).ToArray())
            .ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(rows.Count(row => row.All(each => each.Sample == Array.IndexOf(rows, row))), Is.Zero);
            Assert.That(rows.Where((row, j) => row.Any(each => each.Sample == j)).Count(), Is.EqualTo(6));
            Assert.That(rows.All(row => row.Select(each => each.Expert).Distinct().Count() == 1), "each row is one expert's");
        });
    }

    [Test]
    public void Of_TwoExpertsAndThreeSamples_IsTheMeanOfAdjacentRows()
    {
        float[][] experts = [[0, 1, 0, 2, 0, 3], [0, 10, 0, 20, 0, 30]];
        var logits = new float[6];

        ScrambledAverage.Compute(experts, [0, 1, 2], logits);

        Assert.That(logits, Is.EqualTo(new float[] { 0, 1.5f, 0, 6.5f, 0, 25 }));
    }

    [Test]
    public void Of_OneExpert_ChangesNothing()
    {
        float[][] experts = [[1, 2, 3, 4]];
        var logits = new float[4];

        ScrambledAverage.Compute(experts, [0, 1], logits);

        Assert.That(logits, Is.EqualTo(experts[0]));
    }

    [Test]
    public void Of_StocksInAnotherOrder_ScoresOtherStocks()
    {
        float[][] experts = [[0, 1, 0, 2], [0, 10, 0, 20]];
        var (given, turned) = (new float[4], new float[4]);

        ScrambledAverage.Compute(experts, [0, 1], given);
        ScrambledAverage.Compute(experts, [1, 0], turned);

        Assert.That(turned, Is.Not.EqualTo(given));
    }
}
