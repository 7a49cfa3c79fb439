using AlphaMix.Core.Features;
using AlphaMix.Core.Signals;

namespace AlphaMix.Core.Tests.Signals;

[TestFixture]
public class DailyScoreTests
{
    [Test]
    public void Mix_AveragesRanks_AndTiesShareTheirMean()
    {
        var scores = new double[4];

        new DailyScore().Mix([0.1f, 0.9f, 0.5f, 0.5f], [4, 3, 2, 1], 0.25, scores);

        Assert.That(scores, Is.EqualTo(new[] { 0.75 * 0.125 + 0.25 * 0.875, 0.75 * 0.875 + 0.25 * 0.625, 0.75 * 0.5 + 0.25 * 0.375, 0.75 * 0.5 + 0.25 * 0.125 }).Within(1e-15));
    }

    [Test]
    public void Prior_IsTheMeanReversalOfTheLastRow()
    {
        var prior = new ReversalPrior(FeatureSpec.ResidualV1(window: 2));

        Assert.That(prior.Score([9, 9, 9, 9, 9, 9, 1, 2, 3, 8, 8, 8]), Is.EqualTo(-2f));
    }

    [Test]
    public void Prior_WithoutItsFeatures_IsRefused() =>
        Assert.That(() => new ReversalPrior(FeatureSpec.Paper()), Throws.ArgumentException.With.Message.Contains("r1, r3, r5"));
}
