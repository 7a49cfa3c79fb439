using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Diagnostics;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class DistributionShiftTests
{
    [Test]
    public void StabilityIndex_WorkedByHand()
    {
        // Two bins parted at 2.5: half and half, then a quarter and three quarters.
        var index = DistributionShift.StabilityIndex([1, 2, 3, 4], [1, 3, 4, 5], bins: 2);

        Assert.That(index, Is.EqualTo(-0.25 * Math.Log(0.5) + 0.25 * Math.Log(1.5)).Within(1e-12));
    }

    [Test]
    public void StabilityIndex_NormalShiftedByHalfADeviation_IsNearTheDivergence()
    {
        var random = new KeyedRandom(3, RandomPurpose.Market);
        var reference = Enumerable.Range(0, 50_000).Select(_ => random.NextNormal()).ToArray();
        var shifted = Enumerable.Range(0, 50_000).Select(_ => 0.5 + random.NextNormal()).ToArray();

        // The symmetrised divergence of two normals a shift d apart is d^2; ten bins lose a little of it.
        Assert.That(DistributionShift.StabilityIndex(reference, shifted), Is.EqualTo(0.25).Within(0.02));
        Assert.That(DistributionShift.KolmogorovSmirnov(reference, shifted), Is.EqualTo(0.1974).Within(0.01), "2 Phi(d / 2) - 1");
    }

    [Test]
    public void TheSameValues_HaveNotMoved()
    {
        double[] values = [3, 1, 2, 2, 5];

        Assert.That(DistributionShift.StabilityIndex(values, values), Is.Zero);
        Assert.That(DistributionShift.KolmogorovSmirnov(values, values), Is.Zero);
    }

    [Test]
    public void ValuesFarApart_AreFiniteAndLarge()
    {
        Assert.That(DistributionShift.StabilityIndex([1, 2, 3, 4], [9, 9, 9, 9]), Is.GreaterThan(1).And.LessThan(100));
        Assert.That(DistributionShift.KolmogorovSmirnov([1, 2, 3, 4], [9, 9, 9, 9]), Is.EqualTo(1));
    }

    [Test]
    public void KolmogorovSmirnov_WorkedByHand() =>
        Assert.That(DistributionShift.KolmogorovSmirnov([1, 2, 3, 4], [2.5, 3.5, 4.5, 5.5]), Is.EqualTo(0.5));

    [Test]
    public void FeatureThatNeverVaried_HasNoIndexToSpeakOf() =>
        Assert.That(DistributionShift.StabilityIndex([0, 0, 0], [0, 0]), Is.Zero);
}
