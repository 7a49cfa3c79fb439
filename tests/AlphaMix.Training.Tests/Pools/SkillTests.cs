using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Tests.Scoring;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>Finds a signal that is there, and none where there is none.</summary>
[TestFixture]
public class SkillTests
{
    [Test]
    public void Evaluate_StrongSignal_EveryRouterBeatsThe99thPercentileOfRelabelledPortfolios()
    {
        var series = SmallMarket.Generate(signal: 0.4, instruments: 60);
        var configuration = SmallMarket.Configuration() with
        {
            Search = new SearchOptions { BatchSize = [32, 64], HiddenSize = [32], LearningRate = [1e-3] },
            Training = new TrainingOptions { Epochs = 10 }
        };
        var pool = SmallMarket.Train(series, configuration, threads: 2).Pool;

        var result = Evaluate(pool, series, portfolios: 1000);

        Assert.That(result.Strategies.Select(router => router.Name), Is.EqualTo(new[] { "V", "R", "W", "S" }));
        foreach (var router in result.Strategies)
            Assert.That(router.PercentileAmongPermuted, Is.GreaterThan(0.99), router.Name);
    }

    [Test]
    public void Evaluate_NoSignal_PercentilesOf200SeedsAverageOneHalf()
    {
        const int Seeds = 200;
        var percentiles = new double[Seeds];
        Parallel.For(0, Seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var series = SmallMarket.Generate(signal: 0, seed: seed + 1, instruments: 20, exchangeable: true);
            var pool = SmallMarket.Train(series, SmallMarket.Configuration(seed + 1)).Pool;
            percentiles[seed] = Evaluate(pool, series, portfolios: 200).Strategies[0].PercentileAmongPermuted;
        });

        // Uniform percentiles have a standard deviation of 0.289: 0.06 is about three standard errors of the mean of 200.
        Assert.That(percentiles.Average(), Is.EqualTo(0.5).Within(0.06));
        Assert.That(percentiles.Distinct().Count(), Is.GreaterThan(Seeds / 3), "the seeds are not independent");
    }

    private static EvaluationResult Evaluate(Pool pool, IReadOnlyList<Core.Features.BarSeries> series, int portfolios) =>
        TestSpan.Evaluate(TestSpan.Create(pool, series), new EvaluatorOptions { Seed = pool.Manifest.Seed, Portfolios = portfolios }).Result;
}
