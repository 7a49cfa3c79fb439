using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class CapacityTests
{
    private const int Days = 40;

    [Test]
    public void Compute_OneNameADay_HasTheClosedForm()
    {
        // Two instruments with constant prices and volumes of 1 and 4 million; all of the portfolio moves from one to the other every day.
        var grid = Market([1e6, 4e6], (_, _) => 100);
        var span = new EvaluationSpan(10, Days - 11);

        var capacity = Measure(grid, span, Swapping(grid));

        // Every share is 1; half of the trades are in each, so the 5 % quantile is that of the small one: x * 1 million.
        Assert.Multiple(() =>
        {
            Assert.That(capacity.ByVolume.Single(point => point.ShareOfVolume == 0.01).Capital, Is.EqualTo(1e4).Within(1e-6));
            Assert.That(capacity.ByVolume.Select(point => point.ShareOfVolume), Is.EqualTo(new[] { 0.005, 0.01, 0.02, 0.05 }));
            Assert.That(capacity.ByVolume[3].Capital, Is.EqualTo(10 * capacity.ByVolume[0].Capital).Within(1e-6));
            Assert.That(capacity.Trades, Is.EqualTo(1 + 2 * (span.Count - 1)), "one purchase, then a sale and a purchase a day");
            Assert.That(capacity.Unknown, Is.Zero);
            Assert.That(capacity.ByImpact, Is.Zero, "no lead over 1/N, no capital");
        });
    }

    [Test]
    public void Compute_Impact_HasTheClosedForm()
    {
        // A rises by 2 % on even days and B on odd ones; the scores know, and swap every day.
        var grid = Market([1e6, 1e6], (day, i) => 100 * Power(1.02, (day + (i == 0 ? 1 : 0)) / 2));
        var span = new EvaluationSpan(20, 2);
        var scores = new ScoreSheet(grid);
        for (var day = 0; day < Days; day++)
            (scores[day, 0], scores[day, 1]) = day % 2 == 0 ? (0.9, 0.1) : (0.1, 0.9);

        var capacity = Measure(grid, span, scores);

        // Three trades of share 1 over two days; each name's returns alternate between 0 and 2 %. The lead over 1/N is 1 % a day.
        double[] moves = [.. Enumerable.Range(0, 20).Select(day => day % 2 == 0 ? 0 : 0.02)];
        var other = moves[1..];
        var drag = (Deviation(moves) + 2 * Deviation([.. other, .. new[] { 0.0, 0.02 }])) / 2 / Math.Sqrt(1e6);
        Assert.That(capacity.ByImpact, Is.EqualTo(Math.Pow(0.01 / drag, 2)).Within(2).Percent);
    }

    [Test]
    public void Compute_NeverLooksAhead()
    {
        var grid = Market([1e6, 4e6], (_, _) => 100);
        var volumes = grid.DollarVolume.ToArray();
        for (var cell = 2 * (Days - 5); cell < volumes.Length; cell++)
            volumes[cell] = 1;
        var poisoned = MarketGrid.FromArrays([.. grid.Instruments], [.. grid.Days], grid.Close.ToArray(), dollarVolume: volumes);
        var span = new EvaluationSpan(10, Days - 16);

        Assert.That(
            Measure(poisoned, span, Swapping(poisoned)).ByVolume, Is.EqualTo(Measure(grid, span, Swapping(grid)).ByVolume), "the last decision is before the poison");
    }

    [Test]
    public void Compute_FirstBars_AreUnknown()
    {
        var grid = Market([1e6, 4e6], (_, _) => 100);

        var capacity = Measure(grid, new EvaluationSpan(0, 10), Swapping(grid));

        Assert.That(capacity.Unknown, Is.EqualTo(1 + 2 * 4), "five returns lie behind the sixth bar");
        Assert.That(capacity.Trades, Is.EqualTo(2 * 5));
    }

    [TestCase(FillRule.Close)]
    [TestCase(FillRule.NextOpen)]
    public void TradeSizes_AddUpToWhatTheSimulatorTraded(FillRule fill)
    {
        var grid = SmallMarket.Random(60, 9, seed: 2, gaps: 0.1);
        var span = new EvaluationSpan(0, 58);
        var simulator = new Simulator(grid, span, fill);
        var simulation = simulator.Run(SmallMarket.RandomScores(grid, 1, silent: 0.1), new DailyTopK { TopK = 3 }, ProportionalCosts.None);

        var trades = TradeSizes.Compute(simulator, simulation);

        Assert.That(trades.Select(day => day.Sum(trade => trade.Share)), Is.EqualTo(simulation.Traded).Within(1e-12));
    }

    [Test]
    public void TrailingVolume_GridWithoutVolumes_IsNull() => Assert.That(TrailingVolume.From(SmallMarket.Random(10, 2, seed: 1)), Is.Null);

    [Test]
    public void TrailingVolume_IsTheMedianOfTheLast20Bars()
    {
        var grid = MarketGrid.FromArrays(
            ["A"], [.. Enumerable.Range(0, 30).Select(SmallMarket.Day)], [.. Enumerable.Repeat(1.0, 30)],
            dollarVolume: [.. Enumerable.Range(1, 30).Select(day => (double)day)]);

        var volumes = TrailingVolume.From(grid)!;

        Assert.Multiple(() =>
        {
            Assert.That(volumes.Dollars(SmallMarket.Day(3), "A"), Is.NaN);
            Assert.That(volumes.Dollars(SmallMarket.Day(4), "A"), Is.EqualTo(3));
            Assert.That(volumes.Dollars(SmallMarket.Day(29), "A"), Is.EqualTo(20.5));
            Assert.That(volumes.Dollars(SmallMarket.Day(29), "B"), Is.NaN);
        });
    }

    private static Capacity Measure(MarketGrid grid, EvaluationSpan span, ScoreSheet scores)
    {
        var simulator = new Simulator(grid, span, FillRule.Close);
        return Capacity.Compute(
            simulator,
            simulator.Run(scores, new DailyTopK { TopK = 1 }, ProportionalCosts.None),
            simulator.RunEqualWeight(ProportionalCosts.None),
            TrailingVolume.From(grid)!);
    }

    private static ScoreSheet Swapping(MarketGrid grid)
    {
        var scores = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
            (scores[day, 0], scores[day, 1]) = day % 2 == 0 ? (0.9, 0.1) : (0.1, 0.9);
        return scores;
    }

    private static MarketGrid Market(double[] volumes, Func<int, int, double> price) => MarketGrid.FromArrays(
        ["A", "B"],
        [.. Enumerable.Range(0, Days).Select(SmallMarket.Day)],
        [.. Enumerable.Range(0, 2 * Days).Select(cell => price(cell / 2, cell % 2))],
        dollarVolume: [.. Enumerable.Range(0, 2 * Days).Select(cell => volumes[cell % 2])]);

    private static double Power(double factor, int times) => Math.Pow(factor, times);

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
