using AlphaMix.Core.Features;
using AlphaMix.Core.Features.Residuals;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Tests.Panels;

[TestFixture]
public class ResidualFeaturesTests
{
    private static readonly FeatureSpec Spec = FeatureSpec.ResidualV1();
    private static readonly IReadOnlyList<BarSeries> Market = ResidualMarket.Generate();
    private static readonly Dictionary<(DateOnly Day, string Instrument), float[]> Batch = Rows(Market);

    [Test]
    public void Rows_ExistFromTheFirstFitOn()
    {
        var first = Batch.Keys.Min(key => key.Day);
        var days = Market.SelectMany(each => each.Usable().Bars.ToArray()).Select(bar => bar.Day).Distinct().Order().ToList();

        Assert.That(days.IndexOf(first), Is.InRange(ResidualCrossSection.FitDays, ResidualCrossSection.FitDays + 21));
        Assert.That(Batch.Count(pair => pair.Key.Day == days[^1]), Is.GreaterThan(44));
    }

    [TestCase(0)]
    [TestCase(7)]
    [TestCase(33)]
    public void Rows_OfAStreamBegunLater_AreTheSameBits_OnceItIsWarm(int offset)
    {
        var days = Market.SelectMany(each => each.Usable().Bars.ToArray()).Select(bar => bar.Day).Distinct().Order().ToArray();
        var begin = 100 + offset;
        var warm = days[begin + Spec.WarmUpBars];

        var streamed = Rows([.. Market.Select(each => ResidualMarket.Since(each, days[begin]))]).Where(pair => pair.Key.Day >= warm).ToList();

        Assert.That(streamed, Has.Count.GreaterThan(1000));
        foreach (var (key, row) in streamed)
            Assert.That(row, Is.EqualTo(Batch[key]), $"{key}");
        Assert.That(streamed, Has.Count.EqualTo(Batch.Keys.Count(key => key.Day >= warm)));
    }

    [Test]
    public void Rows_AnythingLaterChanged_StayTheSame()
    {
        var day = new DateOnly(2015, 3, 17);

        var poisoned = Rows(Pools.SmallMarket.Poison(Market, day.AddDays(1)));
        var control = Rows(Pools.SmallMarket.Poison(Market, day));

        Assert.That(Batch.Where(pair => pair.Key.Day <= day).All(pair => pair.Value.SequenceEqual(poisoned[pair.Key])));
        Assert.That(Batch.Where(pair => pair.Key.Day == day).All(pair => pair.Value.SequenceEqual(control.GetValueOrDefault(pair.Key, []))), Is.False);
    }

    [Test]
    public void Rows_OfADay_AreGaussianRanks()
    {
        var rows = Batch.Where(pair => pair.Key.Day == new DateOnly(2015, 9, 15)).Select(pair => pair.Value).ToArray();

        for (var f = 0; f < Spec.RowSize; f++)
        {
            var column = rows.Select(row => (double)row[f]).ToArray();
            Assert.That(column.Average(), Is.EqualTo(0).Within(1e-6), Spec.Features[f].Name);
            Assert.That(column.Max(), Is.InRange(1.5, 2.6), Spec.Features[f].Name);
        }
    }

    [Test]
    public void ANameThatLeaves_AndOneThatEnters_ChangeNobodysRowsBefore()
    {
        var day = new DateOnly(2015, 5, 4);
        var gone = Market[5].Instrument;
        var left = Rows([.. Market.Select(each => each.Instrument == gone ? each.Before(day) : each)]);

        Assert.That(Batch.Where(pair => pair.Key.Day < day).All(pair => pair.Value.SequenceEqual(left[pair.Key])));
        Assert.That(left.Keys.Where(key => key.Instrument == gone).Max(key => key.Day), Is.LessThan(day));
        Assert.That(left.Keys.Count(key => key.Day == new DateOnly(2015, 12, 15)), Is.GreaterThan(40));
    }

    [Test]
    public void FewerThanFortyNames_HaveNoRows_AndTrainingRefusesThem()
    {
        var few = Market.Take(39).ToArray();

        Assert.That(Rows(few), Is.Empty);
        Assert.That(
            () => TrainingData.Prepare(few, Configuration()),
            Throws.TypeOf<ConfigurationException>().With.Message.Contains("at least 40").And.Message.Contains("found 39"));
    }

    [Test]
    public void ASpecThatMixesKinds_IsRefused()
    {
        var mixed = Spec with { Features = [.. Spec.Features, new Feature("zopen", FeatureFunctions.OpenToClose)] };

        Assert.That(mixed.Validate, Throws.ArgumentException.With.Message.Contains("stand alone"));
    }

    private static TrainingConfiguration Configuration() => new()
    {
        Features = new FeatureOptions { Set = FeatureOptions.ResidualV1, Scaler = ScalerKind.None },
        Split = new() { TrainFrom = ResidualMarket.From, ValidationFrom = new(2015, 7, 1), TestFrom = new(2015, 10, 1), TestTo = new(2015, 12, 31) }
    };

    private static Dictionary<(DateOnly Day, string Instrument), float[]> Rows(IEnumerable<BarSeries> series)
    {
        var panel = Panel.Compute(series, Spec);
        var rows = new Dictionary<(DateOnly, string), float[]>();
        for (var i = 0; i < panel.Series.Count; i++)
        {
            for (var bar = 0; bar < panel.Series[i].Count; bar++)
            {
                if (panel.WindowOffset(i, bar) is >= 0 and var offset)
                    rows.Add((panel.Series[i].Bars[bar].Day, panel.Series[i].Instrument), panel.Rows[offset..(offset + Spec.InputSize)]);
            }
        }

        return rows;
    }
}
