using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Trees;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Pools;

namespace AlphaMix.Lean.Tests;

/// <summary>Pools that nobody trained: their parameters are random, their scaler is fitted.</summary>
internal static class TestPool
{
    public static Pool For(
        IReadOnlyList<BarSeries> series,
        ScalerKind scaler = ScalerKind.Pooled,
        int topK = 2,
        int horizon = 1,
        DateOnly? fittedThrough = null,
        FeatureSpec? features = null,
        IPortfolioRule? rule = null,
        double? priorWeight = null,
        long seed = 5)
    {
        var spec = features ?? FeatureSpec.Paper(3, series[0].Resolution);
        var shape = new GroupShape(spec.InputSize, 8, 4);
        var manifest = new PoolManifest
        {
            LibraryVersion = "0.1.0",
            Features = spec,
            Scaler = scaler,
            Normalization = "Adjusted",
            Label = rule is null or DailyTopK ? LabelSpec.CloseToClose(horizon) : LabelSpec.BeatsMedian(horizon),
            Universe = [.. series.Select(each => each.Instrument).Order(StringComparer.Ordinal)],
            TrainedFrom = new DateOnly(2018, 1, 1),
            TrainedTo = new DateOnly(2018, 12, 31),
            ValidatedFrom = new DateOnly(2019, 1, 2),
            ValidatedTo = new DateOnly(2019, 12, 30),
            FittedThrough = fittedThrough ?? new DateOnly(2019, 12, 31),
            BarsFingerprint = new string('0', 64),
            Seed = 1,
            Groups = [.. Enumerable.Range(0, 2).Select(i => new GroupRecord(i, 1, shape, 64, 1e-4, 1, 0.7, 0.7, 0.5, 0))],
            TopK = topK,
            Rule = rule ?? new DailyTopK { TopK = topK },
            PriorWeight = priorWeight,
            ValidationUses = new Dictionary<string, int>()
        };
        var groups = Enumerable.Range(0, 2).Select(i => new ExpertGroup(
            shape, GroupInitialiser.Create(new GroupLayout(shape), FastVectorStart.RandomSigns, seed: seed, initialisation: i))).ToArray();
        return new Pool(manifest, ScalerFitter.Fit(scaler, Panel.Compute(series, spec), DateOnly.MinValue, DateOnly.MaxValue), groups);
    }

    /// <summary>Trains a pool of two groups of networks and three of trees, and all routers.</summary>
    public static Pool WithTrees(IReadOnlyList<BarSeries> series) => new PoolTrainer(
        new TrainingConfiguration
        {
            Split = new DateSplit
            {
                TrainFrom = new DateOnly(2018, 1, 2),
                ValidationFrom = new DateOnly(2019, 6, 3),
                TestFrom = new DateOnly(2020, 1, 2),
                TestTo = new DateOnly(2020, 7, 1)
            },
            Search = new SearchOptions { BatchSize = [32], HiddenSize = [8], LearningRate = [1e-3] },
            Training = new TrainingOptions { Epochs = 1 },
            Pool = new PoolOptions
            {
                TopK = 1,
                Initialisations = 2,
                Trees = [.. Enum.GetValues<TreeGrowth>().Select(growth => new TreeGroupOptions { Growth = growth, Trees = 30 })]
            },
            Routers = new RouterOptions { AsNeeded = new AsNeededOptions { Groups = 5 } }
        },
        new SimdGroupTrainer(),
        threads: 1).Train(series).Pool;
}
