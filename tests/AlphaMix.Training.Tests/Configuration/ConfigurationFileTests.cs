using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Tests.Panels;

namespace AlphaMix.Training.Tests.Configuration;

[TestFixture]
public class ConfigurationFileTests
{
    private const string Split =
        """{ "split": { "trainFrom": "2012-09-01", "validationFrom": "2015-09-01", "testFrom": "2016-09-01", "testTo": "2017-09-01" } }""";

    [Test]
    public void Parse_SplitAlone_TakesThePapersDefaults()
    {
        var configuration = ConfigurationFile.Parse(Split, "c.json");

        Assert.Multiple(() =>
        {
            Assert.That(configuration.Search.Candidates(1), Has.Length.EqualTo(4 * 3 * 4));
            Assert.That(configuration.Training.Epochs, Is.EqualTo(10));
            Assert.That(configuration.Split.TestFrom, Is.EqualTo(new DateOnly(2016, 9, 1)));
            Assert.That(configuration.Routers.AsNeeded!.Target, Is.EqualTo(AsNeededTarget.Paper));
        });
    }

    [Test]
    public void Write_ThenParse_GivesTheSameText()
    {
        var text = ConfigurationFile.Write(ConfigurationFile.Parse(Split, "c.json", ["seed=7", "search.batchSize=[64]", "label.kind=openToOpen"]));

        var again = ConfigurationFile.Parse(text, "c.json");

        Assert.Multiple(() =>
        {
            Assert.That(ConfigurationFile.Write(again), Is.EqualTo(text));
            Assert.That(again.Seed, Is.EqualTo(7));
            Assert.That(again.Search.BatchSize, Is.EqualTo(new[] { 64 }));
            Assert.That(again.Label.Kind, Is.EqualTo(LabelSpec.OpenToOpenName));
        });
    }

    [TestCase("trainng.epochs=3", "Could not find member 'trainng'")]
    [TestCase("training.epoch=3", "Could not find member 'epoch'")]
    [TestCase("training.epochs=0", "training.epochs must be in [1, 10000], found 0")]
    [TestCase("training.epochs=many", "many")]
    [TestCase("training.bestEpoch=best", "best")]
    [TestCase("features.scaler=3", "scaler")]
    [TestCase("label.horizon=0", "label.horizon must be in [1, 250], found 0")]
    [TestCase("search.batchSize=[30]", "search: batchSize must be a multiple of the number of experts (4), found 30")]
    [TestCase("search.hiddenSize=[]", "search: each list needs at least one value")]
    [TestCase("search.learningRate=[-1]", "search: learningRate must be a positive number, found -1")]
    [TestCase("split.testFrom=2014-01-01", "split.validationFrom (2015-09-01) must lie before split.testFrom (2014-01-01)")]
    [TestCase("split.testFrom=tomorrow", "tomorrow")]
    [TestCase("routers.asNeeded.omega=-2", "routers.asNeeded.omega must be a positive number, found -2")]
    [TestCase("routers.soup=true", "routers.soup is now an object: true is {}, false is null")]
    [TestCase("routers.soup={\"candidates\":\"start\"}", "routers.soup.candidates must not be start without pool.sharedStarts")]
    [TestCase("features.set=secret", "features.set must be \"paper\", \"price-levels\" or \"residual-v1\", found \"secret\"")]
    [TestCase("features.set=price-levels", "features.scaler must be \"perInstrument\" with features.set \"price-levels\"")]
    [TestCase("label.kind=tripleBarrier", "label.kind: There is no label 'tripleBarrier'; known: beatsMedian, closeToClose, openToOpen")]
    [TestCase("label.parameters={\"margin\":1}", "label.parameters: There is no parameter 'margin'; known: none")]
    [TestCase("features.list=[{\"name\":\"a\"}]", "Required property 'function'")]
    [TestCase("features.list=[{\"name\":\"a\",\"function\":\"gap\"}]",
        "features.list[0].function: There is no feature function 'gap'; known: averageToClose, closeLevel, highLevel, highToClose, lowLevel, lowToClose, openLevel, openToClose, residualReturn, residualScore, return, typicalLevel, volumeLevel")]
    [TestCase("features.list=[{\"name\":\"a\",\"function\":\"return\",\"lookback\":2,\"parameters\":{\"x\":1}}]", "features.list[0].parameters: There is no parameter 'x'")]
    [TestCase("features.list=[{\"name\":\"a\",\"function\":\"return\"}]", "feature a needs a look-back of at least 2, found 1")]
    [TestCase("features.list=[{\"name\":\"a\",\"function\":\"openToClose\"},{\"name\":\"a\",\"function\":\"lowToClose\"}]", "feature names must be unique")]
    [TestCase("features={\"set\":\"paper\",\"list\":[{\"name\":\"a\",\"function\":\"openToClose\"}]}", "features.set and features.list exclude each other")]
    [TestCase("features={\"close\":\"splitAdjusted\",\"list\":[{\"name\":\"a\",\"function\":\"openToClose\"}]}", "features.close belongs to features.set")]
    [TestCase("features.list=[{\"name\":\"a\",\"function\":\"residualReturn\",\"lookback\":5}]", "features.scaler must be \"none\"")]
    public void Parse_BadValue_SaysWhereAndWhatInOneLine(string change, string expected)
    {
        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationFile.Parse(Split, "c.json", [change]))!;

        Assert.That(fault.Message, Does.StartWith("c.json: ").And.Contains(expected));
        Assert.That(fault.Message, Does.Not.Contain("\n"));
    }

    [Test]
    public void Parse_AListOfFeatures_IsInThePlaceOfTheSet_AndIsWrittenBack()
    {
        const string List = """
            features.list=[{ "name": "week", "function": "averageToClose", "lookback": 5, "source": "splitAdjusted" }, { "name": "open", "function": "openToClose" }]
            """;
        var text = ConfigurationFile.Write(ConfigurationFile.Parse(Split, "c.json", [List.Trim(), "features.windowDays=3"]));

        var features = ConfigurationFile.Parse(text, "c.json").Features;

        var spec = features.SpecFor(BarResolution.Daily, 1);
        Assert.Multiple(() =>
        {
            Assert.That(features.Set, Is.Null);
            Assert.That(spec.Window, Is.EqualTo(3));
            Assert.That(spec.Features, Is.EqualTo(new Feature[]
            {
                new("week", FeatureFunctions.AverageToClose, 5, PriceSource.SplitAdjusted), new("open", FeatureFunctions.OpenToClose)
            }));
            Assert.That(ConfigurationFile.Write(ConfigurationFile.Parse(text, "c.json")), Is.EqualTo(text));
        });
    }

    [Test]
    public void Parse_AListInThePracticalProfile_TakesNoSetAndNoScalerFromIt()
    {
        var features = ConfigurationFile.Parse(
            Split, "c.json", ["profile=practical", "portfolio.priorWeight=0", """features.list=[{ "name": "open", "function": "openToClose" }]"""]).Features;

        Assert.That((features.Set, features.Scaler, features.SpecFor(BarResolution.Daily, 1).Window), Is.EqualTo(((string?)null, ScalerKind.Pooled, 10)));
    }

    [Test]
    public void Parse_AListOfResidualFeatures_HasAWindowOfOneDay()
    {
        var features = ConfigurationFile.Parse(
            Split, "c.json", ["""features.list=[{ "name": "r5", "function": "residualReturn", "lookback": 5 }]""", "features.scaler=none"]).Features;

        Assert.That(features.SpecFor(BarResolution.Daily, 1).Window, Is.EqualTo(1));
    }

    [Test]
    public void Parse_NamesOfAnExtension_AreKnownWithIt()
    {
        string[] changes =
        [
            $"label={{\"kind\":\"{OutsideLabel.LabelName}\",\"horizon\":3,\"parameters\":{{\"margin\":0.02}}}}",
            $"features.list=[{{\"name\":\"range\",\"function\":\"{OutsideFeature.FunctionName}\",\"lookback\":5,\"parameters\":{{\"decay\":0.5}}}}]"
        ];
        var extensions = OutsideFeature.Extensions.With(OutsideLabel.LabelName, OutsideLabel.Extensions.Get<LabelFactory>(OutsideLabel.LabelName));

        var configuration = ConfigurationFile.Parse(Split, "c.json", changes, extensions);

        Assert.Multiple(() =>
        {
            Assert.That(configuration.Label.SpecFor(extensions).Parameters.Number("margin"), Is.EqualTo(0.02));
            Assert.That(configuration.Features.SpecFor(BarResolution.Daily, 1, extensions).Features[0].Function.Parameters.Number("decay"), Is.EqualTo(0.5));
        });
    }

    [Test]
    public void Parse_SeveralFaults_NamesAll() =>
        Assert.That(
            () => ConfigurationFile.Parse(Split, "c.json", ["training.epochs=0", "pool.topK=0"]),
            Throws.TypeOf<ConfigurationException>().With.Message.Contains("training.epochs").And.Message.Contains("pool.topK"));

    [TestCase("{ \"split\": ")]
    [TestCase("[1]")]
    [TestCase("{}")]
    [TestCase("{ \"seed\": 1, \"seed\": 2 }")]
    public void Parse_NotAConfiguration_Throws(string json) =>
        Assert.That(() => ConfigurationFile.Parse(json, "c.json"), Throws.TypeOf<ConfigurationException>().With.Message.StartsWith("c.json: "));

    [Test]
    public void Read_NoSuchFile_SaysWhereExamplesAre() =>
        Assert.That(
            () => ConfigurationFile.Read("/no/such.json"),
            Throws.TypeOf<ConfigurationException>().With.Message.EqualTo("/no/such.json: no such configuration. Examples are in docs/examples."));

    [Test]
    public void Candidates_RandomSearch_DrawsDistinctCombinationsBySeed()
    {
        var search = new SearchOptions { Kind = SearchKind.Random, Trials = 10 };

        var first = search.Candidates(1);

        Assert.Multiple(() =>
        {
            Assert.That(first, Has.Length.EqualTo(10));
            Assert.That(first.Distinct().Count(), Is.EqualTo(10));
            Assert.That(search.Candidates(1), Is.EqualTo(first));
            Assert.That(search.Candidates(2), Is.Not.EqualTo(first));
        });
    }
}
