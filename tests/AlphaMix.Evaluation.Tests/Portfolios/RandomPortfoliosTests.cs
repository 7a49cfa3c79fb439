using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class RandomPortfoliosTests
{
    /// <summary>
    /// The calibration row: 5,000 portfolios gave TR 15.4 +- 8.0 and SR 1.40 +- 0.72. Both that run and ours are Monte Carlo, so a mean may be
    /// off by 4 sqrt(2) sd / sqrt(5000) and a standard deviation by 4 sqrt(2) sd / sqrt(10000), plus half of the last digit printed.
    /// </summary>
    [Test]
    public void Run_OnThePapersUsStocks_GivesTheKnownBand()
    {
        const int Count = 5000;
        var grid = Acl18Closes.Load();
        var span = grid.Span(Acl18Closes.TestDays.From, Acl18Closes.TestDays.To);

        var set = RandomPortfolios.Run(new Simulator(grid, span, FillRule.Close), 4, seed: 1, Count, threads: 2);

        var (total, sharpe) = (Distribution.From(set.TotalReturns), Distribution.From(set.SharpeRatios));
        TestContext.Out.WriteLine($"TR {total.Mean:F2} +- {total.Sd:F2}, SR {sharpe.Mean:F3} +- {sharpe.Sd:F3}");
        Assert.Multiple(() =>
        {
            Assert.That(total.Mean, Is.EqualTo(15.4).Within(MeanTolerance(8.0, Count) + 0.05));
            Assert.That(total.Sd, Is.EqualTo(8.0).Within(SdTolerance(8.0, Count) + 0.05));
            Assert.That(sharpe.Mean, Is.EqualTo(1.40).Within(MeanTolerance(0.72, Count) + 0.005));
            Assert.That(sharpe.Sd, Is.EqualTo(0.72).Within(SdTolerance(0.72, Count) + 0.005));
        });
    }

    [Test]
    public void Run_SameSeed_SameReturns_WhateverElseRuns()
    {
        var simulator = At(SmallMarket.Random(30, 10, seed: 1, gaps: 0.1));

        var few = RandomPortfolios.Run(simulator, 4, seed: 3, count: 2, threads: 2);
        var many = RandomPortfolios.Run(simulator, 4, seed: 3, count: 50, threads: 2);
        var other = RandomPortfolios.Run(simulator, 4, seed: 4, count: 2, threads: 2);

        Assert.Multiple(() =>
        {
            Assert.That(many.Returns(1).ToArray(), Is.EqualTo(few.Returns(1).ToArray()));
            Assert.That(many.Returns(1).ToArray(), Is.Not.EqualTo(many.Returns(0).ToArray()));
            Assert.That(other.Returns(1).ToArray(), Is.Not.EqualTo(few.Returns(1).ToArray()));
        });
    }

    [Test]
    public void Run_AnyNumberOfThreads_SameReturns()
    {
        var simulator = At(SmallMarket.Random(30, 10, seed: 1, gaps: 0.1));
        double[] Totals(int threads) => RandomPortfolios.Run(simulator, 4, seed: 3, count: 40, threads).TotalReturns;

        Assert.That(Totals(4), Is.EqualTo(Totals(1)));
    }

    [Test]
    public void Run_AsManyNamesAsThereAre_IsEqualWeight([Values] FillRule fill)
    {
        var grid = SmallMarket.Random(50, 6, seed: 2, gaps: 0.2);
        var simulator = At(grid, fill);

        var set = RandomPortfolios.Run(simulator, 6, seed: 1, count: 3, threads: 2);

        Assert.That(set.Returns(2).ToArray(), Is.EqualTo(simulator.RunEqualWeight(ProportionalCosts.None).GrossReturns).Within(1e-13));
    }

    [Test]
    public void Run_DrawsEveryNameEquallyOften()
    {
        // Each of 5 names doubles on its own day; picked with k = 2, it brings 1/2 of that with probability 2/5.
        const int Count = 4000;
        var grid = SmallMarket.Grid([[1, 1, 1, 1, 1], [2, 1, 1, 1, 1], [2, 2, 1, 1, 1], [2, 2, 2, 1, 1], [2, 2, 2, 2, 1], [2, 2, 2, 2, 2]]);

        var set = RandomPortfolios.Run(At(grid), 2, seed: 1, Count, threads: 2);

        for (var day = 0; day < 5; day++)
        {
            var share = Enumerable.Range(0, Count).Count(p => set.Returns(p)[day] > 0) / (double)Count;
            Assert.That(share, Is.EqualTo(0.4).Within(4 * Math.Sqrt(0.4 * 0.6 / Count)), $"name {day}");
        }
    }

    [Test]
    public void Run_HaltedName_KeepsItsSlot()
    {
        // On day 0 only A and B trade, so all hold them; on day 1 A pauses, and one slot is left for B, C or D.
        var grid = SmallMarket.Grid([[100, 100, 0, 0], [0, 100, 100, 100], [100, 110, 120, 140]]);

        var set = RandomPortfolios.Run(At(grid), 2, seed: 1, count: 200, threads: 2);

        var second = Enumerable.Range(0, 200).Select(p => Math.Round(set.Returns(p)[1], 12)).Distinct().Order();
        Assert.That(second, Is.EqualTo(new[] { 0.05, 0.1, 0.2 }));
    }

    [Test]
    public void Percentile_OfAPortfolioThatKnowsNothing_IsUniform([Values] FillRule fill)
    {
        // 19 random portfolios: the percentile takes 20 values with probability 1/20 each. Gaps and halts must not disturb that.
        const int Trials = 2000;
        var grid = SmallMarket.Random(12, 7, seed: 9, gaps: 0.15);
        var simulator = At(grid, fill);
        var counts = new int[20];
        for (var trial = 0; trial < Trials; trial++)
        {
            var model = simulator.Run(SmallMarket.RandomScores(grid, trial), new DailyTopK { TopK = 2 }, ProportionalCosts.None);
            var set = RandomPortfolios.Run(simulator, 2, trial, count: 19, threads: 1);
            counts[(int)(set.PercentileOf(PaperMetrics.SharpeOf(model.GrossReturns)) * 19 + 0.5)]++;
        }

        Assert.That(ChiSquare.OfUniform(counts), Is.LessThan(ChiSquare.Limit19));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Run_NoPortfolios_Throws(int count)
    {
        var grid = SmallMarket.Grid([[1], [1]]);

        Assert.That(() => RandomPortfolios.Run(At(grid), 4, 1, count, threads: 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static double MeanTolerance(double sd, int count) => 4 * Math.Sqrt(2) * sd / Math.Sqrt(count);

    private static double SdTolerance(double sd, int count) => 4 * Math.Sqrt(2) * sd / Math.Sqrt(2.0 * count);

    private static Simulator At(MarketGrid grid, FillRule fill = FillRule.Close) => new(grid, SmallMarket.All(grid), fill);
}
