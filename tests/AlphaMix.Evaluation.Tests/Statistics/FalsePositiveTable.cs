using System.Globalization;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

/// <summary>Prints the table of docs/statistics.md: how often each statistic finds something where there is nothing.</summary>
[Explicit("Prints the table of docs/statistics.md; takes minutes.")]
public class FalsePositiveTable
{
    private const int Days = 252;
    private const int Markets = 2000;
    private const int Portfolios = 4;
    private const int Trials = 20;

    private static readonly double[] Levels = [0.05, 0.01];

    private static readonly (string Name, Func<KeyedRandom, double[]> Draw)[] Processes =
    [
        ("independent normal", random => NullReturns.AutoRegressive(random, Days, 0)),
        ("AR(1), 0.2", random => NullReturns.AutoRegressive(random, Days, 0.2)),
        ("GARCH, t6", random => NullReturns.Clustered(random, Days))
    ];

    private static readonly (string Name, Func<Func<KeyedRandom, double[]>, int, double> P)[] Tests =
    [
        ("SR interval misses the truth", SharpeIntervalP),
        ("SR difference interval misses 0", (draw, market) => DifferenceP(draw, market)),
        ("step-down calls any of 4 portfolios better", StepDownP),
        ("Hansen's test calls the best of 4 better", SuperiorAbilityP),
        ("probabilistic SR above 1 - level, true SR 0", (draw, market) => 1 - ProbabilisticSharpe.Compute(SharpeEstimate.From(draw(Key(market))))),
        ("deflated SR of the best of 20 above 1 - level", DeflatedP),
        ("Newey-West t, two-sided", (draw, market) => 2 * NormalTail(Math.Abs(NeweyWest.TOfMean(draw(Key(market))))))
    ];

    [Test]
    public void EveryStatistic()
    {
        var most = 0.0;
        foreach (var (test, p) in Tests)
        {
            foreach (var (process, draw) in Processes)
            {
                var values = new double[Markets];
                Parallel.For(0, Markets, market => values[market] = p(draw, market));
                var rates = Array.ConvertAll(Levels, level => values.Count(value => value <= level) / (double)Markets);
                most = Math.Max(most, rates[0]);
                Print($"| {test} | {process} | {Percent(rates[0])} | {Percent(rates[1])} |");
            }
        }

        Assert.That(most, Is.LessThan(0.12));
    }

    /// <summary>
    /// Four routers whose scores correlate with the next day's return by so much, in a market of 40 independent instruments; with 0 an edge is a
    /// false positive, nominally at most 5 % for any of them.
    /// </summary>
    [TestCase(0.0, 0.0, 0.08)]
    [TestCase(0.03, 0.4, 1.0)]
    [TestCase(0.06, 0.9, 1.0)]
    public void Verdict(double ic, double least, double most)
    {
        const int markets = 400;
        var called = 0;
        for (var market = 0; market < markets; market++)
        {
            var grid = SmallMarket.Random(Days + 1, 40, market);
            var strategies = Enumerable.Range(0, Portfolios)
                .Select(r => new Strategy($"{r}", Scores(grid, ic, new KeyedRandom(market, RandomPurpose.Market, 51, r)), new DailyTopK()));
            var result = Evaluator.Evaluate(
                new Simulator(grid, new EvaluationSpan(0, Days), FillRule.Close),
                [.. strategies],
                [ProportionalCosts.None],
                new EvaluatorOptions { Seed = market, Portfolios = 100, Replications = 500, Level = 0.05 }).Result;
            called += result.Strategies.Any(strategy => AlphaMix.Evaluation.Evaluations.Verdict.From(strategy, result).HasEdge) ? 1 : 0;
        }

        Print($"| verdict: edge for any of 4 routers | IC {ic.ToString(CultureInfo.InvariantCulture)}, no costs | {Percent(called / (double)markets)} | |");
        Assert.That(called / (double)markets, Is.InRange(least, most));
    }

    private static ScoreSheet Scores(MarketGrid grid, double ic, KeyedRandom random)
    {
        var sheet = new ScoreSheet(grid);
        for (var cell = 0; cell < grid.InstrumentCount * (grid.DayCount - 1); cell++)
        {
            // Returns are uniform within 2 %: sqrt(3) / 0.02 makes their variance 1.
            var next = (grid.Close[cell + grid.InstrumentCount] / grid.Close[cell] - 1) * Math.Sqrt(3) / 0.02;
            var score = ic * next + Math.Sqrt(1 - ic * ic) * random.NextNormal();
            sheet[cell / grid.InstrumentCount, cell % grid.InstrumentCount] = Math.Clamp(0.5 + score / 12, 0, 1);
        }

        return sheet;
    }

    // A level's interval misses exactly when the p-value of the truth is at most 1 - level: two levels, so two intervals.
    private static double SharpeIntervalP(Func<KeyedRandom, double[]> draw, int market)
    {
        double[] returns = [.. draw(Key(market)).Select(value => value + 0.001)];
        return Smallest(options => SharpeBootstrap.Interval(returns, options), 0.1, market);
    }

    private static double DifferenceP(Func<KeyedRandom, double[]> draw, int market)
    {
        var (portfolios, benchmark) = SameSharpe(draw, market);
        return Smallest(options => SharpeBootstrap.Difference(portfolios[0], benchmark, options), 0, market);
    }

    private static double StepDownP(Func<KeyedRandom, double[]> draw, int market)
    {
        var (portfolios, benchmark) = SameSharpe(draw, market);
        return SharpeBootstrap.Compare(portfolios, benchmark, Options(market)).Min(one => one.AdjustedP);
    }

    private static double SuperiorAbilityP(Func<KeyedRandom, double[]> draw, int market)
    {
        var random = Key(market);
        var benchmark = draw(random);
        var portfolios = Enumerable.Range(0, Portfolios).Select(_ => draw(random).Zip(benchmark, (x, y) => x + y).ToArray()).ToArray();
        return SuperiorAbility.Compute(portfolios, benchmark, Options(market)).Consistent;
    }

    private static double DeflatedP(Func<KeyedRandom, double[]> draw, int market)
    {
        var random = Key(market);
        var best = Enumerable.Range(0, Trials).Select(_ => SharpeEstimate.From(draw(random))).MaxBy(estimate => estimate.SharpeRatio);
        return 1 - DeflatedSharpe.Compute(best, Trials);
    }

    // The smallest of the levels at which the interval misses; 1 when it never does.
    private static double Smallest(Func<BootstrapOptions, ConfidenceInterval> interval, double truth, int market)
    {
        var smallest = 1.0;
        foreach (var level in Levels)
        {
            var found = interval(Options(market) with { Level = 1 - level });
            smallest = found.Lower > truth || found.Upper < truth ? level : smallest;
        }

        return smallest;
    }

    // Half of each portfolio's variance is the benchmark's, half its own; means to give all the Sharpe ratio 0.1 a day.
    private static (double[][] Portfolios, double[] Benchmark) SameSharpe(Func<KeyedRandom, double[]> draw, int market)
    {
        var random = Key(market);
        var benchmark = draw(random);
        var portfolios = Enumerable.Range(0, Portfolios)
            .Select(_ => draw(random).Zip(benchmark, (x, y) => 0.001 * Math.Sqrt(2) + x + y).ToArray()).ToArray();
        return (portfolios, [.. benchmark.Select(value => value + 0.001)]);
    }

    private static BootstrapOptions Options(int market) => new() { Seed = market, Replications = 500 };

    private static KeyedRandom Key(int market) => new(50, RandomPurpose.Market, market);

    private static double NormalTail(double x) => 1 - MathNet.Numerics.Distributions.Normal.CDF(0, 1, x);

    private static string Percent(double value) => (100 * value).ToString("0.0 '%'", CultureInfo.InvariantCulture);

    private static void Print(string row) => TestContext.Progress.WriteLine(row);
}
