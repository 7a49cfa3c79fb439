using AlphaMix.Core.Features;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Features;

public sealed class FeatureRowTests
{
    /// <summary>Adjusted prices; the first two bars lie before a dividend that took 20 % off.</summary>
    private static readonly Bar[] Series =
    [
        Day(1, 9, 12, 8, 10, 0.8),
        Day(2, 10, 13, 9, 12, 0.8),
        Day(3, 12, 16, 11, 15),
        Day(4, 15, 21, 14, 20),
        Day(5, 18, 30, 15, 25)
    ];

    [TestCase("openToClose", 1, PriceSource.Adjusted, 18.0 / 25 - 1)]
    [TestCase("openToClose", 1, PriceSource.SplitAdjusted, 18.0 / 25 - 1)]
    [TestCase("highToClose", 1, PriceSource.Adjusted, 30.0 / 25 - 1)]
    [TestCase("lowToClose", 1, PriceSource.Adjusted, 15.0 / 25 - 1)]
    [TestCase("return", 2, PriceSource.Adjusted, 25.0 / 20 - 1)]
    [TestCase("return", 5, PriceSource.Adjusted, 25.0 / 10 - 1)]
    [TestCase("return", 5, PriceSource.SplitAdjusted, 25.0 / (10 / 0.8) - 1)]
    [TestCase("averageToClose", 1, PriceSource.Adjusted, 0)]
    [TestCase("averageToClose", 3, PriceSource.Adjusted, (25.0 + 20 + 15) / 3 / 25 - 1)]
    [TestCase("averageToClose", 5, PriceSource.Adjusted, (25.0 + 20 + 15 + 12 + 10) / 5 / 25 - 1)]
    [TestCase("averageToClose", 5, PriceSource.SplitAdjusted, (25.0 + 20 + 15 + 15 + 12.5) / 5 / 25 - 1)]
    public void Compute_GivesTheFormulasOfTable2(string name, int lookback, PriceSource source, double expected)
    {
        var row = Row(new FeatureSpec { Features = [new Feature("x", FeatureFunctions.Find(name)!, lookback, source)], Window = 1 }, Series);

        Assert.That(row[0], Is.EqualTo(expected).Within(1e-7));
    }

    [Test]
    public void Compute_OfAverages_DoesNotDependOnTheirOrderOrCompany()
    {
        int[][] orders = [[2, 3, 5], [5, 3, 2], [3, 5, 2], [2, 2, 5], [5, 5, 3]];
        foreach (var order in orders)
        {
            var both = order.SelectMany(lookback => new[]
            {
                new Feature($"a{lookback}", FeatureFunctions.AverageToClose, lookback),
                new Feature($"s{lookback}", FeatureFunctions.AverageToClose, lookback, PriceSource.SplitAdjusted)
            }).ToArray();

            var row = Row(new FeatureSpec { Features = both, Window = 1 }, Series);

            var alone = both.Select(feature => Row(new FeatureSpec { Features = [feature], Window = 1 }, Series)[0]);
            Assert.That(row, Is.EqualTo(alone.ToArray()), string.Join(", ", order));
        }
    }

    [TestCase(PriceSource.Adjusted)]
    [TestCase(PriceSource.SplitAdjusted)]
    public void Compute_GivesTheBitsOfEachFunctionByItself(PriceSource source)
    {
        var spec = new FeatureSpec { Features = [.. FeatureSpec.Paper().Features.Select(feature => feature with { Source = source })], Window = 1 };
        var bars = Market(200);
        for (var count = spec.Lookback; count <= bars.Length; count++)
        {
            var row = Row(spec, bars.AsSpan(0, count));

            var each = spec.Features.Select(feature => feature.Function.Compute(bars.AsSpan(count - feature.Lookback, feature.Lookback), source));
            Assert.That(row.Select(BitConverter.SingleToInt32Bits), Is.EqualTo(each.Select(BitConverter.SingleToInt32Bits)), $"bar {count - 1}");
        }
    }

    [Test]
    public void Compute_OfAnOutsideFunction_SeesItsLookbackAndNothingElse()
    {
        var seen = new List<Bar[]>();
        var spec = new FeatureSpec { Features = [.. FeatureSpec.Paper().Features, new("seen", new Seen(seen), 3)], Window = 1 };
        var bars = Market(31);

        Row(spec, bars);

        Assert.That(seen, Is.EqualTo(new[] { bars[^3..] }));
    }

    [Test]
    public void Compute_OfAnOutsideFunctionThatIsNotFinite_NamesFeatureAndFunction()
    {
        var spec = new FeatureSpec { Features = [new("wild", new Gap(1e9), 2)], Window = 1 };

        Assert.That(
            () => Row(spec, [Day(1, 9, 12, 8, 10), Day(2, 20, 40, 10, 30)]),
            Throws.InvalidOperationException.With.Message.Contains("Feature wild: its function tests.gap returned").And.Message.Contains("2014-01-02"));
    }

    [Test]
    public void Compute_OfThePapersFeatures_NamesThemInTheOrderOfTable2()
    {
        Assert.That(
            FeatureSpec.Paper().Features.Select(feature => feature.Name),
            Is.EqualTo("zopen zhigh zlow zclose zadj_close zd5 zd10 zd15 zd20 zd25 zd30".Split(' ')));
        Assert.That(FeatureSpec.Paper().InputSize, Is.EqualTo(110));
        Assert.That(FeatureSpec.Paper().WarmUpBars, Is.EqualTo(39));
    }

    private static IEnumerable<FeatureSpec> Specs() =>
        [FeatureSpec.Paper(), FeatureSpec.Paper() with { Features = [new("gap", new Gap(2), 2), .. FeatureSpec.Paper().Features] }];

    [TestCaseSource(nameof(Specs))]
    public void Compute_SeesNothingBehindTheCurrentBar(FeatureSpec spec)
    {
        var bars = Market(60);
        var before = Rows(spec, bars);
        var changed = (Bar[])bars.Clone();
        changed[45] = changed[45] with { Close = changed[45].Close * 1.01, High = changed[45].High * 1.02 };

        var after = Rows(spec, changed);

        // The row of bar 45 is the first that may change; rows begin at bar 29.
        const int First = 45 - 29;
        Assert.That(after[..First], Is.EqualTo(before[..First]));
        for (var i = First; i < after.Length; i++)
            Assert.That(after[i], Is.Not.EqualTo(before[i]), $"row of bar {i + 29}");
    }

    [Test]
    public void Compute_ReadsAsFarBackAsTheLookbackAndNoFurther()
    {
        var spec = FeatureSpec.Paper();
        var bars = Market(31);
        var row = Row(spec, bars);
        var inside = (Bar[])bars.Clone();
        inside[1] = inside[1] with { Close = inside[1].Close * 1.001, High = inside[1].High * 1.01 };
        var outside = (Bar[])bars.Clone();
        outside[0] = outside[0] with { Close = outside[0].Close * 1.001, High = outside[0].High * 1.01 };

        Assert.That(Row(spec, outside), Is.EqualTo(row));
        Assert.That(Row(spec, inside)[^1], Is.Not.EqualTo(row[^1]));
        Assert.That(Row(spec, inside)[..^1], Is.EqualTo(row[..^1]));
    }

    [TestCase(PriceSource.Adjusted)]
    [TestCase(PriceSource.SplitAdjusted)]
    public void Add_BarByBar_GivesTheBitsOfTheBatch(PriceSource close) => BatchAndStreamAgree(FeatureSpec.Paper(close: close));

    [TestCase(PriceSource.Adjusted)]
    [TestCase(PriceSource.SplitAdjusted)]
    public void Add_BarByBar_OfAnOutsideFunction_GivesTheBitsOfTheBatch(PriceSource source) => BatchAndStreamAgree(
        new FeatureSpec { Features = [new("gap", new Gap(2), 2, source), .. FeatureSpec.Paper().Features, new("long", new Gap(0.5), 9, source)], Window = 3 });

    private static void BatchAndStreamAgree(FeatureSpec spec)
    {
        var bars = Market(200);
        var batch = Rows(spec, bars);
        var streaming = new StreamingFeatures(spec);
        var ring = new WindowRing(spec);
        var row = new float[spec.RowSize];
        var rows = 0;

        for (var i = 0; i < bars.Length; i++)
        {
            var isReady = streaming.Add(bars[i], row);

            Assert.That(isReady, Is.EqualTo(i >= spec.Lookback - 1), $"bar {i}");
            Assert.That(streaming.LastTime, Is.EqualTo(bars[i].Time));
            if (!isReady)
                continue;
            ring.Add(row);
            rows++;
            Assert.That(row.Select(BitConverter.SingleToInt32Bits), Is.EqualTo(batch[rows - 1].Select(BitConverter.SingleToInt32Bits)), $"bar {i}");
            Assert.That(ring.IsFull, Is.EqualTo(i >= spec.WarmUpBars - 1), $"bar {i}");
            if (ring.IsFull)
                Assert.That(ring.Window.ToArray(), Is.EqualTo(batch[(rows - spec.Window)..rows].SelectMany(one => one).ToArray()), $"bar {i}");
        }
    }

    [Test]
    public void Add_OfABarThatMayNotBeUsed_IsRefused()
    {
        var row = new float[11];
        var streaming = new StreamingFeatures(FeatureSpec.Paper());
        streaming.Add(Series[1], row);

        Assert.Multiple(() =>
        {
            Assert.That(() => streaming.Add(Series[2] with { Volume = 0 }, row), Throws.ArgumentException);
            Assert.That(() => streaming.Add(Series[2] with { Low = 0 }, row), Throws.ArgumentException);
            Assert.That(() => streaming.Add(Series[2] with { Close = double.NaN }, row), Throws.ArgumentException);
            Assert.That(() => streaming.Add(Series[2] with { High = 1 }, row), Throws.ArgumentException);
            Assert.That(() => streaming.Add(Series[1], row), Throws.ArgumentException);
            Assert.That(() => streaming.Add(Series[0], row), Throws.ArgumentException);
            Assert.That(streaming.LastTime, Is.EqualTo(Series[1].Time));
        });
    }

    private sealed class Seen(List<Bar[]> seen) : IFeatureFunction
    {
        public string Name => "tests.seen";

        public float Compute(ReadOnlySpan<Bar> bars, PriceSource source)
        {
            seen.Add(bars.ToArray());
            return 0;
        }
    }

    private static Bar Day(int day, double open, double high, double low, double close, double priceFactor = 1) =>
        new(new DateTime(2014, 1, day), open, high, low, close, 100, priceFactor);

    private static float[] Row(FeatureSpec spec, ReadOnlySpan<Bar> history)
    {
        var row = new float[spec.RowSize];
        FeatureRow.Compute(spec, history, row);
        return row;
    }

    /// <summary>The row of each bar that has enough history, all earlier bars given.</summary>
    private static float[][] Rows(FeatureSpec spec, Bar[] bars) =>
        [.. Enumerable.Range(spec.Lookback, bars.Length - spec.Lookback + 1).Select(count => Row(spec, bars.AsSpan(0, count)))];

    private static Bar[] Market(int count)
    {
        var random = new KeyedRandom(41, RandomPurpose.Market);
        var close = 100.0;
        return
        [
            .. Enumerable.Range(0, count).Select(day =>
            {
                close *= 1 + random.NextSymmetric(0.03f);
                var open = close * (1 + random.NextSymmetric(0.02f));
                var high = Math.Max(open, close) * (1.001 + random.NextDouble() / 100);
                var low = Math.Min(open, close) * (0.999 - random.NextDouble() / 100);
                return new Bar(new DateTime(2014, 1, 1).AddDays(day), open, high, low, close, 1000, day < count / 2 ? 0.97 : 1);
            })
        ];
    }
}
