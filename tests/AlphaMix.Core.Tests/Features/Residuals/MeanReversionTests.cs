using AlphaMix.Core.Features.Residuals;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Features.Residuals;

[TestFixture]
public class MeanReversionTests
{
    [Test]
    public void Score_OfARevertingPath_IsItsDistanceFromTheMeanInDeviations()
    {
        // X(n + 1) = 0.02 + 0.8 X(n) + noise: mean 0.1, deviation 0.01 / sqrt(1 - 0.64).
        var random = new KeyedRandom(7, RandomPurpose.Market);
        var x = 0.1;
        var residuals = new double[200_000];
        for (var i = 0; i < residuals.Length; i++)
        {
            var next = 0.02 + 0.8 * x + 0.01 * random.NextNormal();
            residuals[i] = i == 0 ? next : next - x;
            x = next;
        }

        Assert.That(MeanReversion.Score(residuals), Is.EqualTo((x - 0.1) / (0.01 / 0.6)).Within(0.05));
    }

    [Test]
    public void Score_OfAPathThatDoesNotRevert_IsMissing() =>
        Assert.That(MeanReversion.Score([0.01, 0.02, 0.04, 0.08, 0.16, 0.32]), Is.NaN);

    [Test]
    public void Score_WithAMissingResidual_IsMissing() =>
        Assert.That(MeanReversion.Score([0.01, -0.02, double.NaN, 0.01, 0.02, -0.01]), Is.NaN);
}
