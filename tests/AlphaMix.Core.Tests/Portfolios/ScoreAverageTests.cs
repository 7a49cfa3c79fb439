using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public sealed class ScoreAverageTests
{
    [Test]
    public void Of_CountsOlderDaysLess_AndForgetsThem()
    {
        var average = new ScoreAverage(3);
        foreach (var score in new[] { 0.2, 0.4, 0.8 })
            average.Add([score]);
        average.Add([double.NaN, 1]);

        Assert.That(average.Value(0), Is.EqualTo((0.5 * 0.8 + 0.25 * 0.4 + 0.125 * 0.2) / 0.875).Within(1e-15));
        Assert.That(average.Value(1), Is.EqualTo(1));
        Assert.That(average.Value(2), Is.NaN);
        for (var day = 0; day < average.Memory - 2; day++)
            average.Add([double.NaN, double.NaN]);
        Assert.That(average.Value(0), Is.EqualTo(0.8).Within(1e-15));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(10)]
    public void Of_EqualsADictionaryADay_BitForBit(int span)
    {
        var average = new ScoreAverage(span);
        var days = new List<Dictionary<int, double>>();
        foreach (var scores in Days(seed: span, days: 8 * span))
        {
            average.Add(scores);
            days.Add(scores.Select((score, name) => (score, name)).Where(pair => !double.IsNaN(pair.score)).ToDictionary(pair => pair.name, pair => pair.score));
            for (var name = 0; name < 32; name++)
                Assert.That(average.Value(name), Is.EqualTo(Plain(days, span, name)), $"day {days.Count}, name {name}");
        }
    }

    [Test]
    public void Of_AStreamBegunLater_AgreesBitForBitAfterThreeSpans()
    {
        const int Span = 5;
        var (early, late) = (new ScoreAverage(Span), new ScoreAverage(Span));
        var day = 0;
        foreach (var scores in Days(seed: 9, days: 60))
        {
            early.Add(scores);
            if (day >= 20)
                late.Add(scores);
            day++;
            if (day >= 20 + 3 * Span)
                Assert.That(Enumerable.Range(0, 32).Select(late.Value), Is.EqualTo(Enumerable.Range(0, 32).Select(early.Value)), $"day {day}");
        }
    }

    [Test]
    public void Clear_ForgetsAllDays()
    {
        var average = new ScoreAverage(2);
        average.Add([1]);

        average.Clear();

        Assert.That(average.Value(0), Is.NaN);
    }

    /// <summary>Days of random scores with gaps; names come behind the others as time goes on.</summary>
    private static IEnumerable<double[]> Days(int seed, int days)
    {
        var random = new Random(seed);
        for (var day = 0; day < days; day++)
            yield return [.. Enumerable.Range(0, Math.Min(30, 5 + day)).Select(_ => random.Next(4) == 0 ? double.NaN : random.NextDouble())];
    }

    private static double Plain(List<Dictionary<int, double>> days, int span, int name)
    {
        var decay = 1 - 2.0 / (span + 1);
        double weight = 1, sum = 0, total = 0;
        for (var age = 0; age < Math.Min(days.Count, 3 * span); age++, weight *= decay)
        {
            if (!days[^(age + 1)].TryGetValue(name, out var score))
                continue;
            sum += weight * score;
            total += weight;
        }

        return total > 0 ? sum / total : double.NaN;
    }
}
