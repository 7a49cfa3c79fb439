using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>The practical profile finds a planted signal at its size, and nothing where labels are shuffled.</summary>
[TestFixture]
public class PracticalSkillTests
{
    [Test]
    public void APlantedIc_IsRecoveredWithinItsError_ByPoolRidgeAndPrior()
    {
        const double Planted = 0.05;
        var series = ReversalMarket.Generate(names: 100, days: 1000, Planted, seed: 1);
        var (validation, test) = (ReversalMarket.Day(series, 680), ReversalMarket.Day(series, 740));
        var pool = new PoolTrainer(Configuration(validation, test, ReversalMarket.Day(series, 999)), new SimdGroupTrainer(), threads: 2)
            .Train([.. series.Select(each => each.Before(test))]).Pool;
        var scorer = new TimelineScorer([new DatedPool(test, DateOnly.MaxValue, pool)], series, threads: 2);

        var comparators = scorer.Comparators().ToDictionary(strategy => strategy.Name, strategy => strategy.Scores);

        // A day's IC of 100 names has the standard deviation 0.1; the mean of 258 days 0.0063.
        Assert.Multiple(() =>
        {
            Assert.That(Ic(scorer, comparators["pool"]).Ic, Is.EqualTo(Planted).Within(0.019), "pool");
            Assert.That(Ic(scorer, comparators["ridge"]).Ic, Is.EqualTo(Planted).Within(0.019), "ridge");
            Assert.That(Ic(scorer, scorer.Scores(RouterNames.Average)).Ic, Is.InRange(0.015, 0.07), "score: two thirds of the prior are horizons without signal");
            Assert.That(((RankBuffer)pool.Manifest.Rule).ExpectedTurnover, Is.InRange(0.03, 0.3));
        });
    }

    [Test]
    public void ShuffledLabels_AreSignificantInOneSeedOfTwenty_AsChanceHasIt()
    {
        const int Seeds = 200;
        var significant = 0;
        Parallel.For(0, Seeds, seed => Interlocked.Add(ref significant, Math.Abs(TOfShuffled(seed)) >= 2 ? 1 : 0));

        // |t| >= 2 has the probability 0.046 when nothing is known: 9.1 of 200 seeds on average, deviation 3.
        TestContext.Out.WriteLine($"{significant} of {Seeds} seeds have |t| >= 2");
        Assert.That(significant, Is.InRange(1, 18));
    }

    [Test]
    public void WalkForwardFolds_MoveTheSplit_AndStopAtItsEnd()
    {
        var configuration = Configuration(new(2014, 6, 1), new(2014, 9, 1), new(2017, 3, 1)) with { WalkForward = new WalkForwardOptions { StepMonths = 12 } };

        var folds = WalkForwardFold.Create(configuration);
        var rolling = WalkForwardFold.Create(configuration with { WalkForward = new WalkForwardOptions { StepMonths = 12, TrainMonths = 24 } });

        Assert.Multiple(() =>
        {
            Assert.That(folds.Select(fold => fold.From), Is.EqualTo(new DateOnly[] { new(2014, 9, 1), new(2015, 9, 1), new(2016, 9, 1) }));
            Assert.That(folds.Select(fold => fold.Configuration.Split.TestTo), Is.EqualTo(new DateOnly[] { new(2015, 9, 1), new(2016, 9, 1), new(2017, 3, 1) }));
            Assert.That(folds.Select(fold => fold.Configuration.Split.TrainFrom), Is.All.EqualTo(ReversalMarket.From));
            Assert.That(rolling[2].Configuration.Split.TrainFrom, Is.EqualTo(new DateOnly(2014, 6, 1)));
        });
    }

    [Test]
    public void Embargo_KeepsLabelsAndFitsAwayFromTheNextSpan()
    {
        var split = SmallMarket.Split with { EmbargoDays = 10 };
        var samples = Labels.Build(Panel.Compute(SmallMarket.Generate(), FeatureSpec.Paper()), Core.Pools.LabelSpec.OpenToOpen());

        var trained = SmallMarket.Train(SmallMarket.Generate(), SmallMarket.Configuration() with { Split = split }).Pool;

        Assert.Multiple(() =>
        {
            Assert.That(split.Training(samples).Max(sample => sample.LabelDay), Is.LessThan(split.ValidationFrom.AddDays(-10)));
            Assert.That(split.Validation(samples).Max(sample => sample.LabelDay), Is.LessThan(split.TestFrom.AddDays(-10)));
            Assert.That(trained.Manifest.FittedThrough, Is.LessThan(split.TestFrom.AddDays(-10)));
        });
    }

    /// <summary>Fits on shuffled labels of a market's first part, and gives the t of the IC on the rest.</summary>
    private static double TOfShuffled(int seed)
    {
        var series = ReversalMarket.Generate(names: 40, days: 460, reversal: 0, seed: 1000 + seed);
        var test = ReversalMarket.Day(series, 260);
        var panel = Panel.Compute(series, FeatureSpec.ResidualV1());
        var samples = Array.FindAll(Labels.Build(panel, Core.Pools.LabelSpec.BeatsMedian()), sample => sample.LabelDay < test);
        var labels = samples.Select(sample => sample.Label).ToArray();
        new Core.Numerics.KeyedRandom(seed, Core.Numerics.RandomPurpose.Shuffle, 5).Shuffle<byte>(labels);
        var ridge = RidgeRegression.Fit(panel.Rows, panel.Spec.InputSize, [.. samples.Select((sample, i) => sample with { Label = labels[i] })]);
        var grid = MarketGrid.From(series, test);
        var sheet = new ScoreSheet(grid);
        var days = grid.Days.Select((day, index) => (day, index)).ToDictionary(pair => pair.day, pair => pair.index);
        foreach (var window in SampleBuilder.Windows(panel, test, DateOnly.MaxValue))
            sheet[days[window.Day], window.Instrument] = 1 / (1 + Math.Exp(-100 * ridge.Predict(panel.Rows.AsSpan(window.WindowOffset, panel.Spec.InputSize))));
        return NeweyWest.TOfMean(InformationCoefficient.From(grid, sheet, grid.Span(test, DateOnly.MaxValue), FillRule.NextOpen).Daily);
    }

    private static InformationCoefficient Ic(TimelineScorer scorer, ScoreSheet sheet) =>
        InformationCoefficient.From(scorer.Grid, sheet, scorer.Span, FillRule.NextOpen);

    private static TrainingConfiguration Configuration(DateOnly validation, DateOnly test, DateOnly end) => ConfigurationFile.Parse(
        $$"""{ "profile": "practical", "split": { "trainFrom": "{{ReversalMarket.From:yyyy-MM-dd}}", "validationFrom": "{{validation:yyyy-MM-dd}}", "testFrom": "{{test:yyyy-MM-dd}}", "testTo": "{{end:yyyy-MM-dd}}" } }""", "test");
}
