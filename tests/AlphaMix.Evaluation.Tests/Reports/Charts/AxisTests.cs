using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Tests.Reports.Charts;

public class AxisTests
{
    [TestCase(0.0, 26.1, 6, 0, 30, 5)]
    [TestCase(-3.2, 18.0, 6, -5, 20, 5)]
    [TestCase(-0.013, 0, 4, -0.015, 0, 0.005)]
    [TestCase(0, 1234, 4, 0, 1500, 500)]
    [TestCase(0, 0, 4, -1, 1, 0.5)]
    public void Around_HoldsTheValuesBetweenRoundTicks(double low, double high, int ticks, double first, double last, double step)
    {
        var axis = Axis.Around(low, high, ticks);

        Assert.Multiple(() =>
        {
            Assert.That(axis.Low, Is.EqualTo(first).Within(1e-9));
            Assert.That(axis.High, Is.EqualTo(last).Within(1e-9));
            Assert.That(axis.Step, Is.EqualTo(step).Within(1e-9));
            Assert.That(axis.Ticks().Last(), Is.EqualTo(last).Within(1e-9));
        });
    }
}
