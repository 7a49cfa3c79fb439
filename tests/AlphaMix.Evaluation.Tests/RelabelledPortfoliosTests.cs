using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Evaluation.Tests;

public class RelabelledPortfoliosTests
{
    [Test]
    public void Run_PricesThatStandStill_HaveTheModelsCostsToTheBit()
    {
        // Without drift the turnover, and with it the cost, depends on the picks alone.
        double[][] flat = [.. Enumerable.Range(0, 30).Select(_ => Enumerable.Repeat(10.0, 12).ToArray())];
        var grid = SmallMarket.Grid(flat);
        var options = new PortfolioOptions { TopK = 3, CostBps = 20 };
        var model = Simulator.Run(grid, SmallMarket.RandomScores(grid, seed: 1), All(grid), options);

        var relabelled = RelabelledPortfolios.Run(grid, All(grid), model, options, seed: 1, count: 20);

        Assert.That(model.MeanTurnover, Is.InRange(0.2, 0.99), "or there is nothing to compare");
        for (var p = 0; p < 20; p++)
            Assert.That(relabelled.Net.Returns(p).ToArray(), Is.EqualTo(model.NetReturns));
    }

    [Test]
    public void Run_MovingPrices_KeepTheModelsTurnoverUpToDrift()
    {
        var grid = SmallMarket.Random(250, 40, seed: 2);
        var options = new PortfolioOptions { CostBps = 100 };
        var model = Simulator.Run(grid, PersistentScores(grid), All(grid), options);

        var relabelled = RelabelledPortfolios.Run(grid, All(grid), model, options, seed: 1, count: 50);

        // Cost per day = 1 - (1 + net) / (1 + gross) = 1 % of what is traded.
        var own = model.Costs.Average();
        for (var p = 0; p < 50; p++)
        {
            var cost = relabelled.Net.Returns(p).ToArray().Zip(relabelled.Gross.Returns(p).ToArray(), (net, gross) => 1 - (1 + net) / (1 + gross)).Average();
            Assert.That(cost, Is.EqualTo(own).Within(0.05 * own));
        }
    }

    [Test]
    public void Run_EachNameBecomesOneOther_OnAllDays()
    {
        // Name i gains (i + 1) % on every day it is held, so a portfolio of one tells its name by its return.
        const int Names = 6;
        double[][] rows = [.. Enumerable.Range(0, 25).Select(day => Enumerable.Range(0, Names).Select(i => Math.Pow(1 + (i + 1) / 100.0, day)).ToArray())];
        var grid = SmallMarket.Grid(rows);
        var options = new PortfolioOptions { TopK = 1 };
        var model = Simulator.Run(grid, SmallMarket.RandomScores(grid, seed: 3), All(grid), options);
        var relabelled = RelabelledPortfolios.Run(grid, All(grid), model, options, seed: 5, count: 200).Gross;

        var seen = new HashSet<(int, int)>();
        for (var p = 0; p < 200; p++)
        {
            var renamed = relabelled.Returns(p).ToArray().Select(value => (int)Math.Round(value * 100) - 1).ToArray();
            var pairs = model.Holdings.Select((day, d) => (From: day[0].Instrument, To: renamed[d])).Distinct().ToArray();
            Assert.That(pairs.Select(pair => pair.From), Is.Unique, "one new name for each");
            Assert.That(pairs.Select(pair => pair.To), Is.Unique, "no new name twice");
            seen.UnionWith(pairs);
        }

        Assert.That(seen, Has.Count.EqualTo(Names * Names), "over many portfolios each becomes each");
    }

    [Test]
    public void Run_ReplacementsWithoutABar_WalkOn_AndThePortfolioStaysFull()
    {
        // Of 6 names only A, B and C ever trade. Whatever the permutation, three picks end up on these three, so every path is 1/N of them.
        double[][] rows = [.. Enumerable.Range(0, 10).Select(day => new double[] { 100 + day, 100 - day, 100 + 2 * day, 0, 0, 0 })];
        var grid = SmallMarket.Grid(rows);
        var options = new PortfolioOptions { TopK = 3 };
        var model = Simulator.Run(grid, SmallMarket.RandomScores(grid, seed: 1), All(grid), options);

        var relabelled = RelabelledPortfolios.Run(grid, All(grid), model, options, seed: 1, count: 10).Gross;

        for (var p = 0; p < 10; p++)
            Assert.That(relabelled.Returns(p).ToArray(), Is.EqualTo(model.GrossReturns).Within(1e-14));
    }

    [Test]
    public void Run_HaltedReplacement_KeepsItsSlot()
    {
        // The model holds S000 and S001 throughout, so a relabelled portfolio holds two names throughout, whatever pauses between the first and last day.
        const int Names = 6;
        const int Days = 40;
        var full = SmallMarket.Random(Days, Names, seed: 3);
        var gaps = SmallMarket.Random(Days, Names, seed: 3, gaps: 0.3);
        var close = full.Close.ToArray();
        gaps.Close[Names..^Names].CopyTo(close.AsSpan(Names));
        var grid = MarketGrid.FromArrays([.. full.Instruments], [.. full.Days], close);
        var options = new PortfolioOptions { TopK = 2 };
        double[] Hold(int one, int other) => Simulator.Run(grid, Only(grid, one, other), All(grid), options).GrossReturns;
        var pairs = Enumerable.Range(0, Names).SelectMany(i => Enumerable.Range(i + 1, Names - i - 1).Select(j => Hold(i, j))).ToArray();
        var model = Simulator.Run(grid, Only(grid, 0, 1), All(grid), options);

        var relabelled = RelabelledPortfolios.Run(grid, All(grid), model, options, seed: 1, count: 30).Gross;

        for (var p = 0; p < 30; p++)
        {
            var path = relabelled.Returns(p).ToArray();
            var nearest = pairs.Min(pair => pair.Zip(path, (x, y) => Math.Abs(x - y)).Max());
            Assert.That(nearest, Is.LessThan(1e-12), $"portfolio {p}");
        }
    }

    [Test]
    public void Percentile_OfAPortfolioWhoseNamesDoNotMatter_IsUniform([Values] bool net)
    {
        // Returns are exchangeable between names and the model holds on to its picks: of 19 relabelled portfolios none is special.
        const int Trials = 2000;
        var options = new PortfolioOptions { TopK = 2, CostBps = 10 };
        var counts = new int[20];
        for (var trial = 0; trial < Trials; trial++)
        {
            var grid = SmallMarket.Random(12, 12, trial);
            var model = Simulator.Run(grid, PersistentScores(grid), All(grid), options);
            var set = RelabelledPortfolios.Run(grid, All(grid), model, options, trial, count: 19);
            var percentile = net
                ? set.Net.PercentileOf(PaperMetrics.SharpeOf(model.NetReturns))
                : set.Gross.PercentileOf(PaperMetrics.SharpeOf(model.GrossReturns));

            // A permutation that happens to keep the portfolio's names ties with it: such a half goes down by the coin of the trial.
            counts[(int)Math.Floor(percentile * 19 + (trial % 2 == 0 ? 0.5 : 0.4999))]++;
        }

        Assert.That(ChiSquare.OfUniform(counts), Is.LessThan(ChiSquare.Limit19));
    }

    [Test]
    public void Percentile_OfAPortfolioThatKnowsTheFuture_IsOne()
    {
        var grid = SmallMarket.Random(60, 20, seed: 8);
        var scores = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount - 1; day++)
        {
            for (var i = 0; i < 20; i++)
                scores[day, i] = grid.Close[(day + 1) * 20 + i] > grid.Close[day * 20 + i] ? 0.9 : 0.1;
        }

        var model = Simulator.Run(grid, scores, All(grid), new PortfolioOptions());

        var set = RelabelledPortfolios.Run(grid, All(grid), model, new PortfolioOptions(), seed: 1, count: 200);

        Assert.That(set.Gross.PercentileOf(PaperMetrics.SharpeOf(model.GrossReturns)), Is.EqualTo(1));
    }

    [Test]
    public void Run_PortfolioOfOtherDays_Throws()
    {
        var grid = SmallMarket.Random(10, 5, seed: 1);
        var model = Simulator.Run(grid, SmallMarket.RandomScores(grid, 1), new EvaluationSpan(0, 4), new PortfolioOptions());

        Assert.That(
            () => RelabelledPortfolios.Run(grid, new EvaluationSpan(1, 4), model, new PortfolioOptions(), 1),
            Throws.ArgumentException.With.Message.Contains("span"));
    }

    private static ScoreSheet Only(MarketGrid grid, int one, int other)
    {
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
            (sheet[day, one], sheet[day, other]) = (0.9, 0.9);
        return sheet;
    }

    /// <summary>Scores that change slowly, so that picks are held for some days.</summary>
    private static ScoreSheet PersistentScores(MarketGrid grid)
    {
        var fresh = SmallMarket.RandomScores(grid, seed: 7);
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < grid.InstrumentCount; i++)
                sheet[day, i] = day == 0 ? fresh[0, i] : 0.8 * sheet[day - 1, i] + 0.2 * fresh[day, i];
        }

        return sheet;
    }

    private static EvaluationSpan All(MarketGrid grid) => new(0, grid.DayCount - 1);
}
