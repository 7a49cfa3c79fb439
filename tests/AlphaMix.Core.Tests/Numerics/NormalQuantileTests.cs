using AlphaMix.Core.Numerics;
using MathNet.Numerics.Distributions;

namespace AlphaMix.Core.Tests.Numerics;

[TestFixture]
public class NormalQuantileTests
{
    [Test]
    public void Of_EqualsMathNet()
    {
        foreach (var p in new[] { 1e-12, 1e-6, 0.001, 0.0125, 0.074, 0.076, 0.3, 0.5, 0.61, 0.924, 0.926, 0.9999, 1 - 1e-9 })
            Assert.That(NormalQuantile.Compute(p), Is.EqualTo(Normal.InvCDF(0, 1, p)).Within(1e-8), $"{p}");
    }

    [TestCase(0.975, 1.959963984540054)]
    [TestCase(0.0000001, -5.199337582192817)]
    public void Of_KnownValues(double p, double expected) => Assert.That(NormalQuantile.Compute(p), Is.EqualTo(expected).Within(1e-13));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void Of_OutsideTheUnitInterval_IsNaN(double p) => Assert.That(NormalQuantile.Compute(p), Is.NaN);
}
