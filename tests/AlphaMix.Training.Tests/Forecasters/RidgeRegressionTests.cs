using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Tests.Panels;
using AlphaMix.Training.Tests.Pools;
using AlphaMix.Training.Tests.Scoring;

namespace AlphaMix.Training.Tests.Forecasters;

[TestFixture]
internal sealed class RidgeRegressionTests
{
    private static readonly IReadOnlyList<BarSeries> Series = SmallMarket.Generate();

    // P(up) as a mixed score without the prior, so that the pool has comparators.
    private static readonly Pool Pool = SmallMarket.Train(Series, SmallMarket.Configuration() with
    {
        Portfolio = new PortfolioOptions { PriorWeight = 0 }
    }).Pool;

    [Test]
    public void Fit_OfAPool_MinimisesTheSquaresOfItsTrainingSamplesAlone()
    {
        var panel = SmallPanel.Scaled(Series, Pool);
        var training = SmallMarket.Split.Training(Labels.Build(panel, Pool.Manifest.Label));

        var coefficients = RidgeRegression.Fit(panel, Pool.Manifest).Coefficients;

        // Where the penalised squares are least, their slope is 0 in every direction.
        var slope = coefficients.Select(each => each * RidgeRegression.Penalty * training.Length).ToArray();
        foreach (var sample in training)
        {
            var window = panel.Rows.AsSpan(sample.WindowOffset, coefficients.Count);
            var residual = 0.5 - sample.Label;
            for (var i = 0; i < slope.Length; i++)
                residual += coefficients[i] * window[i];
            for (var i = 0; i < slope.Length; i++)
                slope[i] += residual * window[i];
        }

        Assert.That(slope, Is.All.EqualTo(0).Within(1e-6 * training.Length));
        Assert.That(coefficients.Max(Math.Abs), Is.GreaterThan(1e-3));
    }

    [Test]
    public void Fit_ValidationAndTestSpanPoisoned_StaysTheSame_AndTheTrainingSpanMovesIt()
    {
        var coefficients = Coefficients(Series);

        Assert.Multiple(() =>
        {
            Assert.That(Coefficients(SmallMarket.Poison(Series, SmallMarket.Split.ValidationFrom)), Is.EqualTo(coefficients));
            Assert.That(
                Coefficients(SmallMarket.Poison(Series, SmallMarket.Split.ValidationFrom.AddDays(-3))), Is.Not.EqualTo(coefficients));
        });
    }

    [Test]
    public void Comparator_LaterDaysPoisoned_RanksTheDaysBeforeAsItDid()
    {
        var day = new DateOnly(2015, 10, 1);

        var (whole, poisoned) = (Ridge(Series), Ridge(SmallMarket.Poison(Series, day)));

        var before = whole.Grid.Days.Count(each => each < day) * whole.Grid.InstrumentCount;
        Assert.That(before, Is.GreaterThan(500));
        Assert.That(poisoned.Sheet.Probabilities[..before].SequenceEqual(whole.Sheet.Probabilities[..before]));
        Assert.That(poisoned.Sheet.Probabilities.SequenceEqual(whole.Sheet.Probabilities), Is.False, "the poison is not seen");
    }

    [Test]
    public void Fit_PricesOfOtherDays_SaysWhichWereExpected() =>
        Assert.That(
            () => RidgeRegression.Fit(
                SmallPanel.Scaled([.. Series.Select(each => each.Before(new DateOnly(2014, 2, 1)))], Pool), Pool.Manifest),
            Throws.ArgumentException.With.Message.Contains("are these the prices the pool was trained on?"));

    private static IReadOnlyList<double> Coefficients(IReadOnlyList<BarSeries> series) =>
        RidgeRegression.Fit(SmallPanel.Scaled(series, Pool), Pool.Manifest).Coefficients;

    private static (MarketGrid Grid, ScoreSheet Sheet) Ridge(IReadOnlyList<BarSeries> series)
    {
        var scorer = TestSpan.Create(Pool, series);
        return (scorer.Grid, scorer.Comparators().Single(strategy => strategy.Name == "ridge").Scores);
    }
}
