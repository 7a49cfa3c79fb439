using AlphaMix.Core.Features;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Panels;

public sealed class PanelTests
{
    private static readonly IReadOnlyList<BarSeries> Market = SmallMarket.Generate();

    [TestCase(ScalerKind.Pooled)]
    [TestCase(ScalerKind.PerInstrument)]
    [TestCase(ScalerKind.CrossSectional)]
    public void Scaled_IsAnotherPanel_AndLeavesTheRowsOfThisOne(ScalerKind kind)
    {
        var panel = Panel.Compute(Market, FeatureSpec.Paper());
        var before = (float[])panel.Rows.Clone();
        var scaler = ScalerFitter.Fit(kind, panel, SmallMarket.Split.TrainFrom, SmallMarket.Split.ValidationFrom);

        var scaled = panel.Scaled(scaler);

        Assert.Multiple(() =>
        {
            Assert.That(panel.Rows, Is.EqualTo(before));
            Assert.That(scaled.Rows, Is.Not.EqualTo(before));
            Assert.That((panel.IsScaled, scaled.IsScaled), Is.EqualTo((false, true)));
            Assert.That(scaled.Series, Is.SameAs(panel.Series));
            Assert.That(scaled.WindowOffset(3, 100), Is.EqualTo(panel.WindowOffset(3, 100)));
            Assert.That(panel.Scaled(scaler).Rows, Is.EqualTo(scaled.Rows), "a panel can be scaled as often as wanted");
        });
    }

    [Test]
    public void Scaled_ByNoScaler_SharesTheRows()
    {
        var panel = Panel.Compute(Market, FeatureSpec.Paper());

        Assert.That(panel.Scaled(new NoScaler()).Rows, Is.SameAs(panel.Rows));
    }

    [Test]
    public void Scaled_OfAScaledPanel_IsRefused_AndNoScalerIsFittedOnIt()
    {
        var scaled = Panel.Compute(Market, FeatureSpec.Paper()).Scaled(new CrossSectionalScaler());

        Assert.Multiple(() =>
        {
            Assert.That(() => scaled.Scaled(new CrossSectionalScaler()), Throws.InvalidOperationException.With.Message.Contains("scaled already"));
            Assert.That(
                () => ScalerFitter.Fit(ScalerKind.Pooled, scaled, DateOnly.MinValue, DateOnly.MaxValue),
                Throws.InvalidOperationException.With.Message.Contains("unscaled"));
        });
    }
}
