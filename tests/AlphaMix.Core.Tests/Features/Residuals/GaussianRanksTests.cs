using AlphaMix.Core.Features.Residuals;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Features.Residuals;

[TestFixture]
public class GaussianRanksTests
{
    [Test]
    public void Transform_RanksAcrossTheKnown_SharesTies_AndMakesMissingZero()
    {
        double[] values = [3, double.NaN, -100, 7, 3];

        new GaussianRanks().Transform(values);

        var tie = NormalQuantile.Compute(0.5);
        Assert.That(values, Is.EqualTo(new[] { tie, 0, NormalQuantile.Compute(0.125), NormalQuantile.Compute(0.875), tie }));
    }
}
