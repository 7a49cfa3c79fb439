using AlphaMix.Core.Features;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments.Ablations;
using AlphaMix.Training.Experiments.Data;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Tests.Pools;
using AlphaMix.Training.Tests.Scoring;

namespace AlphaMix.Training.Tests.Experiments.Ablations;

[TestFixture]
internal sealed class AblationPoolTests
{
    private static readonly IReadOnlyList<BarSeries> Series = SmallMarket.Generate();

    // One combination, four starts: what a small pool is.
    private static TrainingConfiguration Configuration => SmallMarket.Configuration() with
    {
        Search = new SearchOptions { BatchSize = [32], HiddenSize = [8], LearningRate = [1e-3] },
        Pool = new PoolOptions { TopK = 1, Initialisations = 4 }
    };

    private static GroupHyperparameters Combination => Configuration.Search.Candidates(1)[0];

    [TestCase(RouterNames.Average)]
    [TestCase(RouterNames.AsNeeded)]
    [TestCase(RouterNames.Selection)]
    [TestCase(RouterNames.Soup)]
    public void Score_NothingOn_IsWhatThePoolSays(string router)
    {
        var pool = SmallMarket.Train(Series, Configuration).Pool;
        var expected = TestSpan.Create(pool, Series).Probabilities(router);

        var sheet = Sheets(DepartureSet.None).Single(each => each.Router == router).Sheet;

        Assert.That(sheet.Probabilities.ToArray(), Is.EqualTo(expected.Probabilities.ToArray()).Within(1e-6));
        Assert.That(sheet.ExpertsUsed.ToArray(), Is.EqualTo(expected.ExpertsUsed.ToArray()));
    }

    [TestCase(Departure.FullSampleScale)]
    [TestCase(Departure.ScrambledAverage)]
    [TestCase(Departure.StockOrder)]
    [TestCase(Departure.OnesStart)]
    [TestCase(Departure.RawLogitScore)]
    public void Score_OneSwitch_ChangesV(Departure departure)
    {
        var honest = Sheets(DepartureSet.None)[0].Sheet.Probabilities.ToArray();

        var switched = Sheets(new DepartureSet(departure))[0].Sheet.Probabilities.ToArray();

        Assert.That(switched, Is.Not.EqualTo(honest));
    }

    [Test]
    public void Score_FixedOmega_AsksNearlyEveryGroup()
    {
        var balanced = Sheets(DepartureSet.None).Single(each => each.Router == RouterNames.AsNeeded).Sheet;

        var fixedOmega = Sheets(new DepartureSet(Departure.FixedOmega)).Single(each => each.Router == RouterNames.AsNeeded).Sheet;

        var data = Data(DepartureSet.None);
        Assert.That(fixedOmega.MeanExpertsUsed(data.Test.Span), Is.GreaterThan(balanced.MeanExpertsUsed(data.Test.Span)));
    }

    [Test]
    public void Score_RunningMeanSoup_ChangesSAlone()
    {
        var (honest, switched) = (Sheets(DepartureSet.None), Sheets(new DepartureSet(Departure.RunningMeanSoup)));

        Assert.Multiple(() =>
        {
            for (var i = 0; i < honest.Count; i++)
            {
                var same = switched[i].Sheet.Probabilities.SequenceEqual(honest[i].Sheet.Probabilities);
                Assert.That(same, Is.EqualTo(honest[i].Router != RouterNames.Soup), honest[i].Router);
            }
        });
    }

    [Test]
    public void Checkpoints_TheFirst_IsTheGroupTrainedAlone_AndMoreChangeNothingBefore()
    {
        var data = Data(DepartureSet.None);
        var trainer = new AblationPoolTrainer(Configuration, DepartureSet.None, threads: 1);
        var job = new GroupJob(1, 1, Combination);

        var three = trainer.Checkpoints(data, job, 3, seed: 1, null, default);

        Assert.Multiple(() =>
        {
            Assert.That(three[0].Parameters, Is.EqualTo(trainer.Train(data, Combination, 1, seed: 1, null, default)[0].Parameters));
            Assert.That(three[1].Parameters, Is.EqualTo(trainer.Checkpoints(data, job, 2, seed: 1, null, default)[1].Parameters));
            Assert.That(three[2].Parameters, Is.Not.EqualTo(three[1].Parameters));
        });
    }

    [Test]
    public void Catalogue_EveryDepartureHasASwitch_AndEveryOtherAReason() => Assert.Multiple(() =>
    {
        Assert.That(DepartureCatalogue.Switches.Select(each => each.Switch), Is.EquivalentTo(Enum.GetValues<Departure>().Cast<Departure?>()));
        Assert.That(DepartureCatalogue.Switches.All(each => DepartureCatalogue.Find(each.Name) == each.Switch));
        Assert.That(DepartureCatalogue.NotImplemented.All(each => each.NotImplemented is { Length: > 0 } && each.Switch is null));
    });

    private static ExperimentData Data(DepartureSet departures) => ExperimentData.Prepare(Series, Configuration, departures, costBps: 5, portfolios: 10);

    private static IReadOnlyList<AblationSheet> Sheets(DepartureSet departures)
    {
        var data = Data(departures);
        var groups = new AblationPoolTrainer(Configuration, departures, threads: 1).Train(data, Combination, 4, seed: 1, null, default);
        return new AblationPool(data, Configuration, departures, seed: 1).Score(groups);
    }
}
