using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class CalibrationTests
{
    [Test]
    public void Of_WorkedByHand()
    {
        // Two bins: 0.2 with one of two, 0.8 with both; base rate 3/4.
        var found = Calibration.Compute([0.2, 0.8, 0.2, 0.8], [true, true, false, true], bins: 2);

        Assert.Multiple(() =>
        {
            Assert.That(found.Bins.Select(bin => bin.Count), Is.EqualTo(new[] { 2, 2 }));
            Assert.That(found.Brier, Is.EqualTo((0.64 + 0.04 + 0.04 + 0.04) / 4).Within(1e-15));
            Assert.That(found.Reliability, Is.EqualTo((0.09 + 0.04) / 2).Within(1e-15));
            Assert.That(found.Resolution, Is.EqualTo(0.0625).Within(1e-15));
            Assert.That(found.Uncertainty, Is.EqualTo(0.1875).Within(1e-15));
            Assert.That(found.Within, Is.Zero.Within(1e-15), "all forecasts of a bin are equal");
            Assert.That(found.ExpectedError, Is.EqualTo(0.25).Within(1e-15));
            Assert.That(found.Skill, Is.EqualTo(1 - 0.19 / 0.1875).Within(1e-12));
        });
    }

    [Test]
    public void Of_ForecastsThatMeanWhatTheySay_AreReliable()
    {
        var random = new KeyedRandom(1, RandomPurpose.Market);
        var forecasts = Enumerable.Range(0, 200_000).Select(_ => random.NextDouble()).ToArray();
        var happened = Array.ConvertAll(forecasts, p => random.NextDouble() < p);

        var found = Calibration.Compute(forecasts, happened);

        // Brier = mean p (1 - p) = 1/6, uncertainty 1/4, resolution the variance of ten bin means 0.05, 0.15...: (1 - 1/100) / 12.
        Assert.Multiple(() =>
        {
            Assert.That(found.Brier, Is.EqualTo(1 / 6.0).Within(0.002));
            Assert.That(found.Resolution, Is.EqualTo(0.99 / 12).Within(0.002));
            Assert.That(found.Reliability, Is.LessThan(1e-4));
            Assert.That(found.ExpectedError, Is.LessThan(0.01));
            Assert.That(found.Bins.Count(bin => bin.Observed.Lower <= bin.MeanForecast && bin.MeanForecast <= bin.Observed.Upper), Is.GreaterThanOrEqualTo(8));
        });
    }

    [Test]
    public void Of_EqualForecasts_StayInOneBin()
    {
        var found = Calibration.Compute([0.4, 0.5, 0.5, 0.5, 0.5, 0.6], [true, true, false, true, false, true], bins: 3);

        Assert.That(found.Bins.Select(bin => bin.Count), Is.EqualTo(new[] { 5, 1 }));
    }

    [Test]
    public void Of_Grid_TakesTheReturnOverTheHorizon()
    {
        var grid = SmallMarket.Grid([[100, 100], [90, 110], [120, 80]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.1]);

        var one = Calibration.Compute(grid, scores, new EvaluationSpan(0, 1), FillRule.Close, horizon: 1);
        var two = Calibration.Compute(grid, scores, new EvaluationSpan(0, 1), FillRule.Close, horizon: 2);

        Assert.That(one.Brier, Is.EqualTo(0.81).Within(1e-15));
        Assert.That(two.Brier, Is.EqualTo(0.01).Within(1e-15));
    }
}
