using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Tests.Features;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>Version 3 of the format: feature functions by name and parameters, and labels that a reader need not know.</summary>
public sealed class NamedFeatureArtifactTests
{
    private static PoolManifest WithGap => SamplePools.Manifest with
    {
        Features = SamplePools.Manifest.Features with { Features = [SamplePools.Manifest.Features.Features[0], new("jump", new Gap(2.5), 3)] }
    };

    private static LabelSpec Vertical => new("tests.vertical", 5, BeginsAtOpen: true, Reach: 8) { Parameters = Parameters.None.With("width", 0.02).With("net", true) };

    [Test]
    public void AnOutsideFunction_IsStoredByNameAndParameters()
    {
        var bytes = PoolArtifact.ToBytes(SamplePools.From(WithGap));

        var read = PoolArtifact.Read(bytes, "pool", Gap.Extensions);

        var written = new CraftedArtifact(bytes).Manifest;
        var features = written["features"]!["features"]!;
        Assert.Multiple(() =>
        {
            Assert.That(((int)written["formatVersion"]!, (int)written["oldestReader"]!), Is.EqualTo((3, 3)));
            Assert.That(features[0]!.ToJsonString(), Is.EqualTo("""{"name":"zopen","kind":"openToClose","lookback":1,"source":"adjusted"}"""));
            Assert.That(
                features[1]!.ToJsonString(),
                Is.EqualTo("""{"name":"jump","kind":"tests.gap","lookback":3,"source":"adjusted","parameters":{"power":2.5}}"""));
            Assert.That(read.Manifest.Features.Features, Is.EqualTo(WithGap.Features.Features));
            Assert.That(read.Manifest.Features.Features[1].Function, Is.TypeOf<Gap>());
            Assert.That(PoolArtifact.ToBytes(read), Is.EqualTo(bytes));
        });
    }

    [Test]
    public void AReaderWithoutTheFunction_RefusesItByName()
    {
        var bytes = PoolArtifact.ToBytes(SamplePools.From(WithGap));

        Assert.That(
            () => PoolArtifact.Read(bytes, "pool"),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("alphamix.features.features[1].kind")
                .And.Message.Contains("tests.gap").And.Message.Contains("known: averageToClose, closeLevel").And.Message.Contains("--extension"));
    }

    [Test]
    public void ParametersThatTheFunctionRefuses_AreAFaultOfTheArtifact()
    {
        var crafted = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.From(WithGap)));
        crafted.Manifest["features"]!["features"]![1]!["parameters"]!["more"] = 1;

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", Gap.Extensions),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("alphamix.features.features[1].parameters").And.Message.Contains("'more'"));
    }

    [Test]
    public void FormatTwo_KnowsItsOwnFunctionsAlone()
    {
        var crafted = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.From(WithGap)));
        crafted.Manifest["formatVersion"] = 2;
        crafted.Manifest["oldestReader"] = 2;

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", Gap.Extensions),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                "pool: alphamix.features.features[1].kind: found \"tests.gap\", expected one of openToClose, highToClose, lowToClose, return, "
                + "averageToClose, residualReturn, residualScore."));
    }

    [Test]
    public void ALookbackBelowTheFunctionsLeast_IsRefused()
    {
        var manifest = WithGap with { Features = WithGap.Features with { Features = [WithGap.Features.Features[0], new("jump", new Gap(1), 1)] } };

        Assert.That(
            () => PoolArtifact.ToBytes(SamplePools.From(manifest)),
            Throws.TypeOf<ArtifactException>().With.Message.Contains("features[1].lookback: found 1, expected 2 to 65536"));
    }

    [Test]
    public void AFunctionUnderANameOfTheLibrary_IsRefused()
    {
        var manifest = WithGap with { Features = WithGap.Features with { Features = [WithGap.Features.Features[0], new("jump", new FalseReturn(), 2)] } };

        Assert.That(
            () => PoolArtifact.ToBytes(SamplePools.From(manifest)),
            Throws.TypeOf<ArtifactException>().With.Message.Contains("features[1].kind: found return, expected another name"));
    }

    [Test]
    public void AnOutsideLabel_IsReadByWhoeverLacksIt_WithHorizonReachAndBeginning()
    {
        var bytes = PoolArtifact.ToBytes(SamplePools.From(SamplePools.Manifest with { Label = Vertical }));

        var read = PoolArtifact.Read(bytes, "pool");

        var written = new CraftedArtifact(bytes).Manifest;
        Assert.Multiple(() =>
        {
            Assert.That((int)written["formatVersion"]!, Is.EqualTo(3));
            Assert.That(written["label"]!.ToJsonString(), Is.EqualTo(
                """{"kind":"tests.vertical","horizon":5,"beginsAtOpen":true,"reach":8,"parameters":{"width":0.02,"net":true}}"""));
            Assert.That(read.Manifest.Label, Is.EqualTo(Vertical));
            Assert.That(PoolArtifact.ToBytes(read), Is.EqualTo(bytes));
        });
    }

    [Test]
    public void ALabelOfTheLibrary_IsNameAndHorizonInEveryFormat()
    {
        var manifest = WithGap with { Label = LabelSpec.BeatsMedian(4) };

        var crafted = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.From(manifest)));

        Assert.That(crafted.Manifest["label"]!.ToJsonString(), Is.EqualTo("""{"kind":"beatsMedian","horizon":4}"""));
        Assert.That(PoolArtifact.Read(crafted.ToBytes(), "pool", Gap.Extensions).Manifest.Label, Is.EqualTo(LabelSpec.BeatsMedian(4)));
    }

    [Test]
    public void FormatTwo_KnowsItsOwnLabelsAlone()
    {
        var crafted = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.Full()));
        crafted.Manifest["label"]!["kind"] = "tests.vertical";

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                "pool: alphamix.label.kind: found \"tests.vertical\", expected one of closeToClose, openToOpen, beatsMedian."));
    }

    [TestCase("reach", "0", "alphamix.label.reach: found 0, expected 1 to 131072.")]
    [TestCase("reach", "\"8\"", "alphamix.label.reach: found \"8\", expected an integer of 32 bits.")]
    [TestCase("beginsAtOpen", "1", "alphamix.label.beginsAtOpen: found 1, expected true or false.")]
    [TestCase("kind", "\" \"", "alphamix.label.kind: found \" \", expected text.")]
    public void AnOutsideLabelWithAWrongField_IsRefused(string field, string value, string message)
    {
        var crafted = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.From(SamplePools.Manifest with { Label = Vertical })));
        crafted.Manifest["label"]![field] = System.Text.Json.Nodes.JsonNode.Parse(value);

        Assert.That(() => PoolArtifact.Read(crafted.ToBytes(), "pool"), Throws.TypeOf<ArtifactException>().With.Message.EqualTo($"pool: {message}"));
    }

    [Test]
    public void ALabelUnderANameOfTheLibrary_WithAnotherReach_IsRefused() => Assert.That(
        () => PoolArtifact.ToBytes(SamplePools.From(SamplePools.Manifest with { Label = LabelSpec.OpenToOpen(3) with { Reach = 3 } })),
        Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("alphamix.label.kind"));

    private sealed class FalseReturn : IFeatureFunction
    {
        public string Name => "return";

        public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) => 0;
    }
}
