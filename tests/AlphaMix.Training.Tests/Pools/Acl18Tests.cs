using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>The paper's experiment on its US prices; skipped where they are not.</summary>
[TestFixture]
public class Acl18Tests
{
    private const int Starts = 4;
    private const int Groups = 24;

    // 24 coins have a mean accuracy of 0.5 with a deviation of 0.0007.
    private const double LeastAccuracy = 0.506;
    private const double MostAccuracy = 0.517;

    [Test]
    public void Groups_24OfSixConfigurations_HaveTheAccuracyAndSharpeRatioThatAnIndependentCheckFound()
    {
        var configuration = Example("acl18.json");
        var series = Acl18.Load(configuration);
        var data = TrainingData.Prepare(series, configuration);
        GroupHyperparameters[] configurations =
        [
            new() { BatchSize = 128, HiddenSize = 128, LearningRate = 1e-4 },
            new() { BatchSize = 128, HiddenSize = 128, LearningRate = 5e-4 },
            new() { BatchSize = 64, HiddenSize = 128, LearningRate = 1e-4 },
            new() { BatchSize = 32, HiddenSize = 128, LearningRate = 1e-4 },
            new() { BatchSize = 64, HiddenSize = 32, LearningRate = 5e-4 },
            new() { BatchSize = 128, HiddenSize = 64, LearningRate = 5e-4 }
        ];
        var jobs = (from hyperparameters in configurations
                    from start in Enumerable.Range(1, Starts)
                    select (hyperparameters, start)).Select((job, i) => new GroupJob(i, job.start, job.hyperparameters)).ToArray();

        var figures = new GroupScheduler(Environment.ProcessorCount).Run(
            jobs, _ => 1, (job, token) => Test(job, data, configuration, token), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(figures.Average(figure => figure.Accuracy), Is.InRange(LeastAccuracy, MostAccuracy));
            Assert.That(figures.Average(figure => figure.SharpeRatio), Is.InRange(0.3, 1.3));
        });
        TestContext.Out.WriteLine($"accuracy {figures.Average(figure => figure.Accuracy):0.0000}, Sharpe ratio {figures.Average(figure => figure.SharpeRatio):0.00}");
    }

    [Test]
    public void Groups_OfCoins_OrOfOneAnswer_AreOutsideTheBandOfAccuracy()
    {
        var configuration = Example("acl18.json");
        var data = TrainingData.Prepare(Acl18.Load(configuration), configuration);
        var random = new KeyedRandom(1, RandomPurpose.RandomPortfolios);

        var coins = Enumerable.Range(0, Groups).Average(_ => Measure(_ => random.NextDouble(), data, configuration).Accuracy);
        var up = Measure(_ => 0.6, data, configuration).Accuracy;
        var down = Measure(_ => 0.4, data, configuration).Accuracy;

        TestContext.Out.WriteLine($"coins {coins:0.0000}, always up {up:0.0000}, always down {down:0.0000}");
        foreach (var accuracy in new[] { coins, up, down })
            Assert.That(accuracy, Is.Not.InRange(LeastAccuracy, MostAccuracy));
    }

    [Test]
    public void Artifact_OfTheSmallExample_IsTheSameWithOneAndTwoThreads()
    {
        var configuration = Example("acl18-small.json");
        var series = Acl18.Load(configuration);

        var one = PoolArtifact.ToBytes(SmallMarket.Train(series, configuration, threads: 1).Pool);
        var two = PoolArtifact.ToBytes(SmallMarket.Train(series, configuration, threads: 2).Pool);

        Assert.That(two.AsSpan().SequenceEqual(one));
    }

    [Test]
    public void Samples_OfThePapersSplit_LieWhereTheyShould()
    {
        var configuration = Example("acl18.json");

        var data = TrainingData.Prepare(Acl18.Load(configuration), configuration);

        Assert.Multiple(() =>
        {
            Assert.That(data.Universe, Has.Count.EqualTo(84));
            // 752 days before the split; the first full window needs 39 bars, and the last label is purged. Halted SPLP and the missing rows take a few.
            Assert.That(data.Training.Length, Is.InRange(84 * 705, 84 * 713));
            Assert.That(data.Training.Max(sample => sample.LabelDay), Is.EqualTo(new DateOnly(2015, 8, 31)));
            Assert.That(data.FittedThrough, Is.EqualTo(new DateOnly(2016, 8, 31)));
            Assert.That(data.Training.Average(sample => sample.Label), Is.EqualTo(0.52).Within(0.01));
        });
    }

    private static (double Accuracy, double SharpeRatio) Test(
        GroupJob job, TrainingData data, TrainingConfiguration configuration, CancellationToken cancellation)
    {
        var parameters = new SimdGroupTrainer().Train(data.Samples, job, configuration.Training.ForGroups(configuration.Seed), null, cancellation);
        var group = new ExpertGroup(job.Hyperparameters.ShapeFor(data.Panel.Spec.InputSize), parameters);
        var windows = Windows(data, configuration);
        var logits = new float[GroupShape.Outputs * windows.Length];
        group.Logits(data.Panel.Rows, Array.ConvertAll(windows, window => window.WindowOffset), logits, new InferenceScratch());
        return Measure(i => Logits.ProbabilityUp(logits[2 * i], logits[2 * i + 1]), data, configuration);
    }

    /// <summary>Measures the P(up) of each window of the test span.</summary>
    private static (double Accuracy, double SharpeRatio) Measure(
        Func<int, double> up, TrainingData data, TrainingConfiguration configuration)
    {
        var grid = MarketGrid.From(data.Panel.Series, configuration.Split.TestFrom);
        var span = grid.Span(configuration.Split.TestFrom, configuration.Split.TestTo);
        var sheet = new ScoreSheet(grid);
        var days = grid.Days.Select((day, index) => (day, index)).ToDictionary(pair => pair.day, pair => pair.index);
        var windows = Windows(data, configuration);
        for (var i = 0; i < windows.Length; i++)
            sheet[days[windows[i].Day], windows[i].Instrument] = up(i);

        var simulation = Simulator.Run(grid, sheet, span, new DailyTopK(), new TradingTerms());
        return (InformationCoefficient.From(grid, sheet, span, FillRule.Close).Accuracy, PaperMetrics.From(simulation.GrossReturns).SharpeRatio);
    }

    private static Sample[] Windows(TrainingData data, TrainingConfiguration configuration) =>
        SampleBuilder.Windows(data.Panel, configuration.Split.TestFrom, configuration.Split.TestTo);

    private static TrainingConfiguration Example(string name) => ConfigurationFile.Read(Path.Combine(Repository.Root, "docs", "examples", name));
}
