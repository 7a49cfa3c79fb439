using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Tests.Scoring;

namespace AlphaMix.Training.Tests.Pools;

[TestFixture]
public class PoolTrainerTests
{
    [Test]
    public void Train_OneOrTwoThreads_GivesTheSameBytes()
    {
        var series = SmallMarket.Generate();

        var one = PoolArtifact.ToBytes(SmallMarket.Train(series, threads: 1).Pool);
        var two = PoolArtifact.ToBytes(SmallMarket.Train(series, threads: 2).Pool);

        Assert.That(two.AsSpan().SequenceEqual(one));
    }

    [Test]
    public void Train_AnotherSeed_GivesAnotherPool()
    {
        var series = SmallMarket.Generate();

        var first = SmallMarket.Train(series, SmallMarket.Configuration(seed: 1)).Pool;
        var second = SmallMarket.Train(series, SmallMarket.Configuration(seed: 2)).Pool;

        Assert.That(second.Groups[0].Parameters.SequenceEqual(first.Groups[0].Parameters), Is.False);
    }

    [TestCase(false, new[] { 1, 2, 3, 4 })]
    [TestCase(true, new[] { 1, 2, 1, 2 })]
    public void Train_Pool_HasKTimesKGroups_EachWithAStartOfItsOwn_UnlessTheyAreShared(bool shared, int[] starts)
    {
        var configuration = SmallMarket.Configuration();
        configuration = configuration with { Pool = configuration.Pool with { SharedStarts = shared } };

        var records = SmallMarket.Train(SmallMarket.Generate(), configuration).Pool.Manifest.Groups;

        Assert.Multiple(() =>
        {
            Assert.That(records, Has.Count.EqualTo(4));
            Assert.That(records.Select(record => record.Initialisation), Is.EqualTo(starts));
            Assert.That(records.Select(record => record.Ordinal), Is.EqualTo(new[] { 2, 3, 4, 5 }));
            Assert.That(records[0].BatchSize, Is.EqualTo(records[1].BatchSize).And.Not.EqualTo(records[2].BatchSize));
        });
    }

    [Test]
    public void Group_Output_EqualsTheMeanOfItsExpertsRunOneByOne()
    {
        var series = SmallMarket.Generate();
        var pool = SmallMarket.Train(series).Pool;
        var panel = Panels.SmallPanel.Scaled(series, pool);
        int[] offsets = [.. Enumerable.Range(0, 50).Select(i => panel.WindowOffset(0, 60 + i))];
        var group = pool.Groups[0];
        var together = new float[2 * offsets.Length];
        var mean = new double[together.Length];
        group.Logits(panel.Rows, offsets, together, new InferenceScratch());

        for (var expert = 0; expert < group.Shape.Experts; expert++)
        {
            var alone = new float[together.Length];
            group.ExpertLogits(expert, panel.Rows, offsets, alone, new InferenceScratch());
            for (var i = 0; i < mean.Length; i++)
                mean[i] += alone[i] / (double)group.Shape.Experts;
        }

        Assert.That(together, Is.EqualTo(mean).Within(1e-6));
    }

    [TestCase(ScalerKind.Pooled)]
    [TestCase(ScalerKind.CrossSectional)]
    public void Scores_InstrumentsPermuted_ArePermutedAndNothingElse(ScalerKind scaler)
    {
        var series = SmallMarket.Generate();
        var pool = SmallMarket.Train(series, SmallMarket.Configuration() with { Features = new FeatureOptions { Scaler = scaler } }).Pool;
        int[] permutation = [5, 3, 9, 0, 11, 7, 1, 10, 2, 8, 4, 6];
        var renamed = series.Select((each, i) => new BarSeries(series[permutation[i]].Instrument, each.Resolution, each.Bars.ToArray())).ToArray();

        var before = Score(pool, series);
        var after = Score(pool, renamed);

        // A sum over instruments taken in another order may round otherwise; nothing else may move.
        var tolerance = scaler == ScalerKind.CrossSectional ? 1e-5 : 0;
        for (var day = 0; day < before.DayCount; day++)
            for (var i = 0; i < series.Count; i++)
                Assert.That(after[day, permutation[i]], Is.EqualTo(before[day, i]).Within(tolerance), $"day {day}, {series[i].Instrument}");
    }

    [Test]
    public void Train_PerInstrumentScaler_LeavesOutWhatItNeverSawInTraining()
    {
        var series = SmallMarket.Generate();
        var late = new BarSeries("LATE", BarResolution.Daily, [.. series[0].Bars.ToArray().Where(bar => bar.Day >= SmallMarket.Split.ValidationFrom)]);
        var configuration = SmallMarket.Configuration() with { Features = new FeatureOptions { Scaler = ScalerKind.PerInstrument } };

        var pool = SmallMarket.Train([.. series, late], configuration).Pool;

        Assert.Multiple(() =>
        {
            Assert.That(pool.Manifest.Universe, Has.None.EqualTo("LATE"));
            Assert.That(TestSpan.Create(pool, [.. series, late]).Silent, Is.EqualTo(new[] { "LATE" }));
        });
    }

    [Test]
    public void Train_SpanWithoutSamples_SaysWhichAndWhatThereIs()
    {
        var configuration = SmallMarket.Configuration();
        configuration = configuration with
        {
            Split = configuration.Split with { ValidationFrom = new(2030, 1, 1), TestFrom = new(2031, 1, 1), TestTo = new(2032, 1, 1) }
        };

        Assert.That(
            () => SmallMarket.Train(SmallMarket.Generate(), configuration),
            Throws.TypeOf<ConfigurationException>().With.Message.StartsWith(
                "The validation span 2030-01-01..2031-01-01 has no sample: found usable bars from 2014-01-02 to 2015-12-31 in 12 instruments"));
    }

    [TestCase(EpochRule.ValLoss)]
    [TestCase(EpochRule.ValAccuracy)]
    [TestCase(EpochRule.ValProfit)]
    public void Train_BestEpochRule_KeepsThatEpochAndCountsTheLooks(EpochRule rule)
    {
        var series = SmallMarket.Generate();
        var configuration = SmallMarket.Configuration() with { Training = new TrainingOptions { Epochs = 4, BestEpoch = rule } };
        var last = configuration with { Training = configuration.Training with { BestEpoch = EpochRule.Last } };

        var kept = SmallMarket.Train(series, configuration).Pool.Manifest;
        var atTheEnd = SmallMarket.Train(series, last).Pool.Manifest;

        Assert.Multiple(() =>
        {
            Assert.That(kept.ValidationUses["epochs"], Is.EqualTo((2 + 4) * 4));
            Assert.That(atTheEnd.ValidationUses["epochs"], Is.Zero);
            Assert.That(atTheEnd.Groups.Select(group => group.Epoch), Is.All.EqualTo(4));
        });
        foreach (var group in kept.Groups)
        {
            var other = atTheEnd.Groups.FirstOrDefault(each => each.BatchSize == group.BatchSize && each.Initialisation == group.Initialisation && each.Ordinal == group.Ordinal);
            if (other is not null)
                Assert.That(Better(rule, group, other), $"group {group.Ordinal} kept a worse epoch than the last");
        }
    }

    [Test]
    public void Train_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.That(
            () => new PoolTrainer(SmallMarket.Configuration(), new Training.Groups.Trainers.SimdGroupTrainer(), 2).Train(SmallMarket.Generate(), cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static bool Better(EpochRule rule, Core.Pools.GroupRecord kept, Core.Pools.GroupRecord last) => rule switch
    {
        EpochRule.ValLoss => kept.ValidationLoss <= last.ValidationLoss,
        EpochRule.ValAccuracy => kept.ValidationAccuracy >= last.ValidationAccuracy,
        _ => kept.ValidationProfit >= last.ValidationProfit
    };

    private static Evaluation.Markets.ScoreSheet Score(Core.Pools.Pool pool, IReadOnlyList<BarSeries> series) =>
        TestSpan.Create(pool, series).Probabilities(RouterNames.Average);
}
