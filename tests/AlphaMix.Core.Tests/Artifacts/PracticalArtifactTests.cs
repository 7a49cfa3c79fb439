using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>What version 2 of the format brought: residual features, no scaler, a label against the median, the rank buffer.</summary>
public sealed class PracticalArtifactTests
{
    private static PoolManifest Manifest
    {
        get
        {
            var sample = SamplePools.Manifest;
            var spec = FeatureSpec.ResidualV1();
            return sample with
            {
                Features = spec,
                Scaler = ScalerKind.None,
                Label = LabelSpec.BeatsMedian(2),
                Groups = [sample.Groups[0] with { Shape = new GroupShape(spec.InputSize, 3, 2) }],
                AsNeeded = null,
                Selection = null,
                Soup = null,
                PriorWeight = 0.25,
                Rule = new RankBuffer
                {
                    ScoreDays = 7,
                    MinPositions = 5,
                    HoldFraction = 1.0 / 3,
                    MaxTurnover = 0.2,
                    LongShort = true,
                    MinUniverse = 50,
                    MaxYearlyCost = 0.03,
                    ExpectedTurnover = 0.07
                }
            };
        }
    }

    [Test]
    public void Read_GivesWhatWasWritten_AsVersionTwo()
    {
        var bytes = PoolArtifact.ToBytes(SamplePools.From(Manifest));

        var read = PoolArtifact.Read(bytes, "pool");

        var written = new CraftedArtifact(bytes).Manifest;
        Assert.Multiple(() =>
        {
            Assert.That(read.Manifest.Rule, Is.EqualTo(Manifest.Rule));
            Assert.That(read.Manifest.PriorWeight, Is.EqualTo(0.25));
            Assert.That(read.Manifest.Features.Features, Is.EqualTo(Manifest.Features.Features));
            Assert.That(read.Manifest.Label, Is.EqualTo(Manifest.Label));
            Assert.That(read.Scaler, Is.TypeOf<NoScaler>());
            Assert.That((int)written["formatVersion"]!, Is.EqualTo(2));
            Assert.That((int)written["oldestReader"]!, Is.EqualTo(2));
        });
    }

    [Test]
    public void ToBytes_OfAPoolWithNothingNew_IsVersionOne() =>
        Assert.That((int)new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.Full())).Manifest["formatVersion"]!, Is.EqualTo(1));

    [Test]
    public void APriorWithoutItsFeatures_IsRefused() => Assert.That(
        () => PoolArtifact.ToBytes(SamplePools.From(SamplePools.Full().Manifest with { AsNeeded = null, Selection = null, Soup = null, Rule = new RankBuffer(), PriorWeight = 0.5 })),
        Throws.TypeOf<ArtifactException>().With.Message.Contains("tradingRule.priorWeight").And.Message.Contains("r1, r3, r5"));

    [Test]
    public void ATradingRuleOutOfRange_IsRefused() => Assert.That(
        () => PoolArtifact.ToBytes(SamplePools.From(Manifest with { Rule = (RankBuffer)Manifest.Rule with { MaxTurnover = 0 } })),
        Throws.TypeOf<ArtifactException>().With.Message.Contains("maxTurnover must lie in (0, 1], found 0"));
}
