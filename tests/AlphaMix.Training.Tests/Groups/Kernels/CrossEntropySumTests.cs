using AlphaMix.Training.Groups.Kernels;

namespace AlphaMix.Training.Tests.Groups.Kernels;

public class CrossEntropySumTests
{
    [TestCase(0.0)]
    [TestCase(0.7)]
    [TestCase(-0.7)]
    [TestCase(30.0)]
    [TestCase(-30.0)]
    public void Add_OneSample_IsTheTextbookFormula(double margin)
    {
        foreach (byte label in new byte[] { 0, 1 })
        {
            var sum = new CrossEntropySum();
            var slope = sum.Add(margin, label);

            var up = 1 / (1 + Math.Exp(-margin));
            Assert.That(sum.Total, Is.EqualTo(label == 1 ? -Math.Log(up) : Math.Log(1 + Math.Exp(margin))).Within(1e-12));
            Assert.That(slope, Is.EqualTo(up - label).Within(1e-14));
        }
    }

    [Test]
    public void Add_ManySamples_DoesNotOverflow()
    {
        var sum = new CrossEntropySum();
        for (var i = 0; i < 5000; i++)
            sum.Add(0, 1);

        Assert.That(sum.Total, Is.EqualTo(5000 * Math.Log(2)).Within(1e-9));
    }

    [TestCase(2000.0, (byte)0, 2000.0)]
    [TestCase(2000.0, (byte)1, 0.0)]
    public void Add_LargeMargin_IsFinite(double margin, byte label, double expected)
    {
        var sum = new CrossEntropySum();
        sum.Add(margin, label);

        Assert.That(sum.Total, Is.EqualTo(expected));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Add_MarginNotFinite_MakesTheSumNaNForGood(double margin)
    {
        var sum = new CrossEntropySum();
        sum.Add(margin, 1);
        sum.Add(1, 1);

        Assert.That(sum.Total, Is.NaN);
    }
}
