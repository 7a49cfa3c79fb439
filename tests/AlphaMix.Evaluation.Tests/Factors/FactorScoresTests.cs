using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Factors;
using AlphaMix.Evaluation.Markets;
using MathNet.Numerics.Statistics;

namespace AlphaMix.Evaluation.Tests.Factors;

public class FactorScoresTests
{
    private const int Days = 300;
    private const int Names = 7;

    // The last decision day has 299 bars up to it.
    private const int Today = Days - 2;

    [TestCase("lowVolatility", 60)]
    [TestCase("lowBeta", 252)]
    [TestCase("momentum", 252)]
    [TestCase("reversal", 5)]
    [TestCase("dollarVolume", 19)]
    public void Compute_BeginsWithTheBarsThatAFactorNeeds(string key, int first)
    {
        var scores = Scores(key, Market(seed: 1));

        for (var i = 0; i < Names; i++)
        {
            Assert.That(scores[first - 1, i], Is.NaN);
            Assert.That(scores[first, i], Is.InRange(0, 1));
        }
    }

    [TestCase("lowVolatility")]
    [TestCase("lowBeta")]
    [TestCase("momentum")]
    [TestCase("reversal")]
    [TestCase("dollarVolume")]
    public void Compute_RanksByItsDefinition(string key)
    {
        var grid = Market(seed: 2);
        var expected = Enumerable.Range(0, Names).OrderByDescending(i => Oracle(key, grid, i));

        var scores = Scores(key, grid);

        Assert.That(Enumerable.Range(0, Names).OrderByDescending(i => scores[Today, i]), Is.EqualTo(expected));
    }

    [TestCase("lowVolatility")]
    [TestCase("lowBeta")]
    [TestCase("momentum")]
    [TestCase("reversal")]
    [TestCase("dollarVolume")]
    public void Compute_ChangedLaterBars_ChangeNothing(string key)
    {
        var (whole, changed) = (Scores(key, Market(seed: 3)), Scores(key, Market(seed: 3, changedFrom: 270)));

        for (var day = 0; day < 270; day++)
        {
            for (var i = 0; i < Names; i++)
                Assert.That(changed[day, i], Is.EqualTo(whole[day, i]));
        }

        Assert.That(Enumerable.Range(0, Names).Any(i => changed[Today, i] != whole[Today, i]), "the change is seen once it is there");
    }

    [Test]
    public void Compute_AHistoryThatBeginsBefore_ScoresTheFirstDay()
    {
        var history = Market(seed: 4);
        var later = Cut(history, 280);

        var before = FactorScores.Compute(FactorList.All, new FactorHistory(history), later, new EvaluationSpan(0, 10));
        var whole = FactorScores.Compute(FactorList.All, new FactorHistory(history), history, new EvaluationSpan(280, 10));

        for (var f = 0; f < before.Length; f++)
            Assert.That(before[f][0, 3], Is.EqualTo(whole[f][280, 3]).And.Not.NaN);
    }

    [Test]
    public void Compute_WithoutABarOnTheDay_IsSilent_AndGapsAreClosed()
    {
        var grid = SmallMarket.Random(40, 3, seed: 5, gaps: 0.2);
        var scores = FactorScores.Compute(FactorList.All, new FactorHistory(grid), grid, SmallMarket.All(grid))[3];
        var day = Enumerable.Range(20, 10).First(each => !grid.Has(each, 0));

        Assert.That(scores[day, 0], Is.NaN);
        var trading = Enumerable.Range(20, 15).First(each => grid.Has(each, 0));
        int[] rows = [.. Enumerable.Range(0, trading + 1).Where(row => grid.Has(row, 0))];
        var back = grid.Close[rows[^1] * 3] / grid.Close[rows[^6] * 3] - 1;
        Assert.That(scores[trading, 0], Is.EqualTo((1 - back / (1 + Math.Abs(back))) / 2).Within(1e-12));
    }

    private static ScoreSheet Scores(string key, MarketGrid grid)
    {
        var place = FactorList.All.Select((factor, f) => (factor.Key, f)).Single(one => one.Key == key).f;
        return FactorScores.Compute(FactorList.All, new FactorHistory(grid), grid, SmallMarket.All(grid))[place];
    }

    private static double Oracle(string key, MarketGrid grid, int name)
    {
        double Close(int back) => grid.Close[(Today - back) * Names + name];
        double[] Returns(int count) => [.. Enumerable.Range(0, count).Select(back => Close(back) / Close(back + 1) - 1)];
        double[] Market(int count) =>
        [
            .. Enumerable.Range(0, count).Select(back => Enumerable.Range(0, Names).Average(
                i => grid.Close[(Today - back) * Names + i] / grid.Close[(Today - back - 1) * Names + i] - 1))
        ];
        return key switch
        {
            "lowVolatility" => -Returns(60).StandardDeviation(),
            "lowBeta" => -Returns(252).Covariance(Market(252)),
            "momentum" => Close(21) / Close(252),
            "reversal" => -Close(0) / Close(5),
            _ => Enumerable.Range(0, 20).Select(back => grid.DollarVolume[(Today - back) * Names + name]).Median()
        };
    }

    // Names differ in volatility, beta and volume, in no common order.
    private static MarketGrid Market(int seed, int changedFrom = int.MaxValue)
    {
        var (close, volume) = (new double[Days * Names], new double[Days * Names]);
        for (var day = 0; day < Days; day++)
        {
            var random = new KeyedRandom(day < changedFrom ? seed : seed + 100, RandomPurpose.Market, day);
            var market = 0.01 * random.NextNormal();
            for (var i = 0; i < Names; i++)
            {
                var moved = 1 + (0.4 + 0.3 * (i * 3 % Names)) * market + 0.003 * (1 + i * 5 % Names) * random.NextNormal();
                close[day * Names + i] = (day == 0 ? 100 : close[(day - 1) * Names + i]) * Math.Max(moved, 0.5);
                volume[day * Names + i] = 1e6 * (1 + i * 2 % Names) * (0.5 + random.NextDouble());
            }
        }

        return Grid(close, volume, Days);
    }

    private static MarketGrid Cut(MarketGrid grid, int first) => Grid(
        grid.Close[(first * Names)..].ToArray(), grid.DollarVolume[(first * Names)..].ToArray(), Days - first, first);

    private static MarketGrid Grid(double[] close, double[] volume, int days, int first = 0) => MarketGrid.FromArrays(
        [.. Enumerable.Range(0, Names).Select(i => $"S{i}")], [.. Enumerable.Range(first, days).Select(SmallMarket.Day)], close, dollarVolume: volume);
}
