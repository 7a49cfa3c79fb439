using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class MeanEstimateTests
{
    [Test]
    public void From_WorkedByHand()
    {
        var estimate = MeanEstimate.From([0, double.NaN, 1, 2, 5], 0);

        Assert.Multiple(() =>
        {
            Assert.That(estimate.Value, Is.EqualTo(2));
            Assert.That(estimate.Count, Is.EqualTo(4));
            Assert.That(estimate.Error, Is.EqualTo(Math.Sqrt(3.5 / 4)).Within(1e-15));
            Assert.That(estimate.T, Is.EqualTo(2 / estimate.Error));
            Assert.That(estimate.Interval().Upper, Is.EqualTo(2 + 1.959964 * estimate.Error).Within(1e-6));
        });
    }

    [Test]
    public void From_Nothing_IsNotDefined()
    {
        var estimate = MeanEstimate.From([double.NaN]);

        Assert.That(estimate.Value, Is.NaN);
        Assert.That(estimate.T, Is.NaN);
        Assert.That(estimate.Count, Is.Zero);
    }
}
