using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Metrics;

public class DistributionTests
{
    [Test]
    public void From_DescribesTheNumbersThatAreNumbers()
    {
        var distribution = Distribution.From([5, 1, double.NaN, 3, 2, 4]);

        Assert.Multiple(() =>
        {
            Assert.That(distribution.Count, Is.EqualTo(5));
            Assert.That(distribution.Mean, Is.EqualTo(3));
            Assert.That(distribution.Sd, Is.EqualTo(Math.Sqrt(2.5)).Within(1e-12));
            Assert.That(distribution.P05, Is.EqualTo(1.2).Within(1e-12));
            Assert.That(distribution.P50, Is.EqualTo(3));
            Assert.That(distribution.P95, Is.EqualTo(4.8).Within(1e-12));
        });
    }

    [Test]
    public void From_Nothing_IsNaN()
    {
        var distribution = Distribution.From([double.NaN]);

        Assert.That(new[] { distribution.Mean, distribution.Sd, distribution.P05, distribution.P50, distribution.P95 }, Is.All.NaN);
    }
}
