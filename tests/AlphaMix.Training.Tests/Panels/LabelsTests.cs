using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Panels;

public sealed class LabelsTests
{
    private static readonly Panel Market = Panel.Compute(SmallMarket.Generate(), FeatureSpec.Paper());

    [Test]
    public void BuiltInLabels_AreFoundByName_AndStoredAsBefore()
    {
        Assert.Multiple(() =>
        {
            Assert.That(SpecOf("closeToClose", 3), Is.EqualTo(LabelSpec.CloseToClose(3)).And.Property(nameof(LabelSpec.Reach)).EqualTo(3));
            Assert.That(SpecOf("openToOpen", 3), Is.EqualTo(LabelSpec.OpenToOpen(3)).And.Property(nameof(LabelSpec.Reach)).EqualTo(4));
            Assert.That(SpecOf("beatsMedian", 3), Is.EqualTo(LabelSpec.BeatsMedian(3)).And.Property(nameof(LabelSpec.BeginsAtOpen)).True);
        });
    }

    [Test]
    public void AnUnknownName_IsRefusedWithTheKnownOnes()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => Labels.Build(Market, new LabelSpec("tripleBarrier", 5, true, 6)),
                Throws.TypeOf<UnknownExtensionException>().With.Message.StartsWith(
                    "There is no label 'tripleBarrier'; known: beatsMedian, closeToClose, openToOpen."));
            Assert.That(
                () => Labels.Create("closeToClose", Parameters.None.With("margin", 1), BuiltIn.Extensions), Throws.ArgumentException.With.Message.Contains("'margin'"));
        });
    }

    [TestCase("closeToClose", false)]
    [TestCase("openToOpen", true)]
    public void PriceLabels_CompareTheInstrumentsOwnPrices(string name, bool atOpen)
    {
        var samples = Labels.Build(Market, SpecOf(name, 2));

        Assert.That(samples, Has.Length.GreaterThan(1000));
        foreach (var sample in samples)
        {
            var bars = Market.Series[sample.Instrument].Bars;
            var d = 0;
            while (bars[d].Day < sample.Day)
                d++;
            var up = atOpen ? bars[d + 3].Open > bars[d + 1].Open : bars[d + 2].Close > bars[d].Close;
            Assert.That((sample.Label, sample.LabelDay), Is.EqualTo(((byte)(up ? 1 : 0), bars[atOpen ? d + 3 : d + 2].Day)));
        }
    }

    [Test]
    public void ALabelOfAnExtension_LabelsByItsParameters()
    {
        var narrow = Labels.Build(Market, OutsideSpec(0), OutsideLabel.Extensions);
        var wide = Labels.Build(Market, OutsideSpec(0.02), OutsideLabel.Extensions);

        Assert.Multiple(() =>
        {
            Assert.That(OutsideSpec(0.02), Is.EqualTo(
                new LabelSpec(OutsideLabel.LabelName, 3, BeginsAtOpen: true, Reach: 3) { Parameters = Parameters.None.With("margin", 0.02) }));
            Assert.That(wide.Select(sample => sample with { Label = 0 }), Is.EqualTo(narrow.Select(sample => sample with { Label = 0 })));
            Assert.That(wide.Sum(sample => sample.Label), Is.LessThan(narrow.Sum(sample => sample.Label)).And.Positive);
        });
    }

    [TestCase(2, 1, 0, 0)]
    [TestCase(1, 0, 0, 0)]
    [TestCase(1, 1, 99, 0)]
    [TestCase(1, 1, 0, -1)]
    public void ASampleThatCannotBeOne_IsRefused(int label, int daysAhead, int instrument, int offset)
    {
        var day = new DateOnly(2014, 6, 2);
        var extensions = BuiltIn.Extensions.With<LabelFactory>(
            "tests.wrong", _ => new Wrong(new Sample(instrument, day, offset, day.AddDays(daysAhead), (byte)label)));

        Assert.That(
            () => Labels.Build(Market, new LabelSpec("tests.wrong", 1, true, 2), extensions),
            Throws.InvalidOperationException.With.Message.StartsWith("tests.wrong: found Sample {"));
    }

    [Test]
    public void ALabelThatReachesNowhere_IsRefused() =>
        Assert.That(() => Labels.SpecOf(new Wrong(default), 1), Throws.ArgumentException.With.Message.Contains("a reach of 0"));

    private static LabelSpec SpecOf(string name, int horizon) => Labels.SpecOf(Labels.Create(name, Parameters.None, BuiltIn.Extensions), horizon);

    private static LabelSpec OutsideSpec(double margin) => Labels.SpecOf(
        Labels.Create(OutsideLabel.LabelName, Parameters.None.With("margin", margin), OutsideLabel.Extensions), 3);

    private sealed class Wrong(Sample sample) : ILabel
    {
        public string Name => "tests.wrong";

        public int Reach(int horizon) => 0;

        public Sample[] Build(Panel panel, int horizon) => [sample];
    }
}
