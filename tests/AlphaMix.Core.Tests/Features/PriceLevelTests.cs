using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Tests.Artifacts;

namespace AlphaMix.Core.Tests.Features;

/// <summary>The features of the authors' code on SZ50.</summary>
public sealed class PriceLevelTests
{
    [Test]
    public void Row_HoldsPricesAndVolumeOfTheCurrentBar()
    {
        var spec = FeatureSpec.PriceLevels(25, BarResolution.Hour);
        Bar[] bars = [new(new DateTime(2020, 1, 2, 10, 30, 0), 9, 9, 9, 9, 9), new(new DateTime(2020, 1, 2, 11, 30, 0), 2, 7, 1, 4, 600)];
        var row = new float[6];

        FeatureRow.Compute(spec, bars, row);

        Assert.Multiple(() =>
        {
            Assert.That(spec.Features.Select(feature => feature.Name), Is.EqualTo("open high low close typical volume".Split(' ')));
            Assert.That((spec.Window, spec.InputSize, spec.WarmUpBars), Is.EqualTo((25, 150, 25)));
            Assert.That(row, Is.EqualTo(new float[] { 2, 7, 1, 4, 4, 600 }));
        });
    }

    [Test]
    public void Artifact_HasThemByName_InTheFormatOfOtherFunctions()
    {
        var manifest = SamplePools.Manifest with { Features = FeatureSpec.PriceLevels(SamplePools.Manifest.Features.Window) with { Features = [.. FeatureSpec.PriceLevels(1).Features.Take(SamplePools.Manifest.Features.RowSize)] } };

        var bytes = PoolArtifact.ToBytes(SamplePools.From(manifest));

        Assert.That((int)new CraftedArtifact(bytes).Manifest["oldestReader"]!, Is.EqualTo(3), "older readers do not know them");
        Assert.That(PoolArtifact.Read(bytes, "pool").Manifest.Features.Features, Is.EqualTo(manifest.Features.Features));
    }
}
