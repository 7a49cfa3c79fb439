using AlphaMix.Core.Experts;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Runs;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>Algorithm 1, lines 2 to 4: which of the searched combinations make the pool. Their validation figures are given.</summary>
[TestFixture]
internal sealed class TopCombinationsTests
{
    private static readonly int[] BatchSizes = [16, 32, 64, 128, 256];

    // One entry a combination, in the order of the search. Each criterion prefers another pair, best first.
    private static readonly double[] Loss = [0.71, 0.70, 0.68, 0.69, 0.72];
    private static readonly double[] Accuracy = [0.53, 0.50, 0.49, 0.51, 0.52];
    private static readonly double[] Profit = [0.10, 0.30, 0.05, -0.20, 0.40];

    [TestCase(SelectionCriterion.Profit, 256, 32)]
    [TestCase(SelectionCriterion.Loss, 64, 128)]
    [TestCase(SelectionCriterion.Accuracy, 16, 256)]
    public void Train_MoreCombinationsThanK_KeepsTheBestByTheCriterion(SelectionCriterion criterion, int best, int second) =>
        Assert.That(Kept(criterion, Profit), Is.EqualTo(new[] { best, best, second, second }));

    [Test]
    public void Train_EqualFigures_KeepTheEarlierCombination() =>
        Assert.That(Kept(SelectionCriterion.Profit, [0.1, 0.2, 0.1, 0.2, 0.2]), Is.EqualTo(new[] { 32, 32, 128, 128 }));

    [TestCase("pool.topK=2", SelectionCriterion.Profit)]
    [TestCase("pool.criterion=loss", SelectionCriterion.Loss)]
    [TestCase("pool.criterion=accuracy", SelectionCriterion.Accuracy)]
    public void Criterion_OfAConfiguration_IsProfitUnlessAskedFor(string setting, SelectionCriterion expected)
    {
        const string Split =
            """{ "split": { "trainFrom": "2012-09-01", "validationFrom": "2015-09-01", "testFrom": "2016-09-01", "testTo": "2017-09-01" } }""";

        Assert.That(ConfigurationFile.Parse(Split, "c.json", [setting]).Pool.Criterion, Is.EqualTo(expected));
    }

    /// <summary>Returns the batch sizes of the pool's groups.</summary>
    private static IEnumerable<int> Kept(SelectionCriterion criterion, double[] profit)
    {
        var configuration = SmallMarket.Configuration() with
        {
            Search = new SearchOptions { BatchSize = BatchSizes, HiddenSize = [8], LearningRate = [1e-3] },
            Training = new TrainingOptions { Epochs = 1 },
            Pool = new PoolOptions { TopK = 2, Initialisations = 2, Criterion = criterion },
            Routers = new RouterOptions { AsNeeded = null, WithReplacement = null, Soup = null }
        };
        var inputs = configuration.Features.SpecFor(Core.Features.BarResolution.Daily, 1, configuration.Extensions).InputSize;
        var store = new SearchedBefore(configuration.Search.Candidates(configuration.Seed), inputs, profit);

        var trained = new PoolTrainer(configuration, new SimdGroupTrainer(), threads: 1, store).Train(SmallMarket.Generate());

        return trained.Pool.Manifest.Groups.Select(group => group.BatchSize);
    }

    /// <summary>Holds the groups of the search with the given figures, and none of the pool's.</summary>
    private sealed class SearchedBefore(GroupHyperparameters[] candidates, int inputs, double[] profit) : IGroupStore
    {
        public TrainedGroup? Find(int ordinal)
        {
            if (ordinal >= candidates.Length)
                return null;
            var shape = candidates[ordinal].ShapeFor(inputs);
            var record = new GroupRecord(
                ordinal, 0, shape, candidates[ordinal].BatchSize, 1e-3, 1, 0.7, Loss[ordinal], Accuracy[ordinal], profit[ordinal]);
            return new TrainedGroup(record, new float[new GroupLayout(shape).ParameterCount]);
        }

        public void Keep(TrainedGroup group)
        {
        }
    }
}
