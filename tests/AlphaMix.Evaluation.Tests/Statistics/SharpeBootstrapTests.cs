using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class SharpeBootstrapTests
{
    private const int Days = 252;
    private const int Markets = 1000;

    /// <summary>A Sharpe ratio of 2 a day: its error is sqrt((1 + SR^2 / 2) / n), of which the mean's own is the 1.</summary>
    [Test]
    public void Interval_OfALargeSharpeRatio_AllowsForTheErrorOfTheDeviation()
    {
        var returns = NullReturns.AutoRegressive(new KeyedRandom(14, RandomPurpose.Market), 1000, 0, mean: 0.02);

        var interval = SharpeBootstrap.Interval(returns, new BootstrapOptions { BlockLength = 1 });

        var error = Math.Sqrt((1 + interval.Value * interval.Value / 2) / 1000);
        Assert.That((interval.Upper - interval.Lower) / 2, Is.EqualTo(1.96 * error).Within(12).Percent);
    }

    /// <summary>
    /// Share of intervals that miss the true Sharpe ratio, at a nominal 5 %: inside its 99 % binomial interval over 1,000 markets. Where days reverse, the blocks
    /// are on the safe side: fewer misses.
    /// </summary>
    [TestCase(0.0, 0.032)]
    [TestCase(0.2, 0.032)]
    [TestCase(-0.2, 0.02)]
    public void Interval_CoversTheTrueSharpeRatio(double rho, double least)
    {
        const double truth = 0.1;
        var missed = 0;
        for (var market = 0; market < Markets; market++)
        {
            var returns = NullReturns.AutoRegressive(new KeyedRandom(11, RandomPurpose.Market, market), Days, rho, truth * 0.01);
            var interval = SharpeBootstrap.Interval(returns, new BootstrapOptions { Seed = market, Replications = 250 });
            missed += interval.Lower > truth || interval.Upper < truth ? 1 : 0;
        }

        Assert.That(missed / (double)Markets, Is.InRange(least, 0.068));
    }

    /// <summary>Routers without skill hold parts of the market that 1/N holds: the same Sharpe ratio in truth, correlated, not the same days.</summary>
    [Test]
    public void Difference_CoversZeroWhenThereIsNone()
    {
        var missed = 0;
        for (var market = 0; market < Markets; market++)
        {
            var (own, benchmark) = Pair(market, truth: 0.1);
            var interval = SharpeBootstrap.Difference(own, benchmark, new BootstrapOptions { Seed = market, Replications = 250 });
            missed += interval.Lower > 0 || interval.Upper < 0 ? 1 : 0;
        }

        Assert.That(missed / (double)Markets, Is.InRange(0.032, 0.068));
    }

    [Test]
    public void Difference_IndependentDays_HasTheStandardErrorOfTheFormula()
    {
        // Normal returns: variance of the difference is (2 - 2 corr + (SR1^2 + SR2^2) / 2 - SR1 SR2 corr^2) / n (Jobson and Korkie 1981, as
        // corrected by Memmel 2003). Symmetric 95 % intervals are 1.96 of it wide on either side.
        const int days = 5_000;
        var random = new KeyedRandom(5, RandomPurpose.Market);
        var (own, benchmark) = (new double[days], new double[days]);
        for (var day = 0; day < days; day++)
        {
            var common = random.NextNormal();
            own[day] = 0.1 + Math.Sqrt(0.5) * (common + random.NextNormal());
            benchmark[day] = 0.3 + Math.Sqrt(0.5) * (common + random.NextNormal());
        }

        var interval = SharpeBootstrap.Difference(own, benchmark, new BootstrapOptions { BlockLength = 1 });

        var error = Math.Sqrt((2 - 2 * 0.5 + (0.01 + 0.09) / 2 - 0.1 * 0.3 * 0.25) / days);
        Assert.That((interval.Upper - interval.Lower) / 2, Is.EqualTo(1.96 * error).Within(6).Percent);
        Assert.That(interval.Value, Is.EqualTo(-0.2).Within(4 * error));
    }

    [Test]
    public void Interval_DependentDays_HasTheirStandardError()
    {
        // AR(1) with 0.5 and no mean: the long-run variance is 1.5 / 0.5 = 3 times that of a day.
        var returns = NullReturns.AutoRegressive(new KeyedRandom(6, RandomPurpose.Market), 5000, 0.5);

        var interval = SharpeBootstrap.Interval(returns);

        Assert.That((interval.Upper - interval.Lower) / 2, Is.EqualTo(1.96 * Math.Sqrt(3.0 / 5000)).Within(8).Percent);
    }

    [Test]
    public void Interval_AResampleOfTheWholeSeriesInOneBlock_IsTheData()
    {
        var returns = NullReturns.AutoRegressive(new KeyedRandom(6, RandomPurpose.Market), 40, 0);
        var sums = new BlockSums(returns, 40);

        var moments = sums.Resample([17]);

        Assert.That(moments.Mean, Is.EqualTo(0).Within(1e-14));
        Assert.That(moments.Deviation, Is.EqualTo(1).Within(1e-14));
        Assert.That(sums.Sharpe(moments), Is.EqualTo(SharpeEstimate.From(returns).SharpeRatio).Within(1e-14));
    }

    [Test]
    public void BlockSums_EqualTheDaysTheyStandFor()
    {
        // 10 days in blocks of 4: two whole blocks and one cut to 2 days, wrapped around the end.
        double[] values = [3, -1, 4, 1, -5, 9, -2, 6, 5, -3];
        double[] resample = [5, -3, 3, -1, 4, 1, -5, 9, -3, 3];

        var sums = new BlockSums(values, 4);
        var moments = sums.Resample([8, 2, 9]);

        Assert.That(sums.Sharpe(moments), Is.EqualTo(SharpeEstimate.From(resample).SharpeRatio).Within(1e-14));
    }

    [Test]
    public void Compare_SeveralWithoutSkill_CallsOneBetterInTwentyMarketsOrFewer()
    {
        var wrong = 0;
        for (var market = 0; market < 400; market++)
        {
            var (portfolios, benchmark) = Several(market, 4, truth: 0.1);
            var compared = SharpeBootstrap.Compare(portfolios, benchmark, new BootstrapOptions { Seed = market, Replications = 250 });
            wrong += compared.Any(one => one.AdjustedP <= 0.05) ? 1 : 0;
        }

        // 99 % binomial interval about 5 % of 400.
        Assert.That(wrong, Is.InRange(9, 32));
    }

    [Test]
    public void Compare_OneThatIsBetter_IsFound_AndTheOthersAreNot()
    {
        var (portfolios, benchmark) = Several(1, 4, truth: 0);
        portfolios[2] = [.. portfolios[2].Select(value => value + 0.004)];

        var compared = SharpeBootstrap.Compare(portfolios, benchmark);

        Assert.That(compared.Select(one => one.AdjustedP <= 0.05), Is.EqualTo(new[] { false, false, true, false }));
        Assert.That(compared[2].Difference.Lower, Is.Positive);
    }

    [Test]
    public void Compare_SameSeed_SameBits_AndOtherSeedOthers()
    {
        var (portfolios, benchmark) = Several(2, 3, truth: 0.1);

        var first = SharpeBootstrap.Compare(portfolios, benchmark, new BootstrapOptions { Seed = 1 });

        Assert.That(SharpeBootstrap.Compare(portfolios, benchmark, new BootstrapOptions { Seed = 1 }), Is.EqualTo(first));
        Assert.That(SharpeBootstrap.Compare(portfolios, benchmark, new BootstrapOptions { Seed = 2 }), Is.Not.EqualTo(first));
    }

    [Test]
    public void Compare_WhatIsNotDefined_IsNaN_AndDoesNotDisturbTheRest()
    {
        var (portfolios, benchmark) = Several(3, 2, truth: 0.1);

        var alone = SharpeBootstrap.Compare([portfolios[0]], benchmark, new BootstrapOptions { BlockLength = 2 });
        var compared = SharpeBootstrap.Compare([portfolios[0], new double[Days], benchmark], benchmark, new BootstrapOptions { BlockLength = 2 });

        Assert.Multiple(() =>
        {
            Assert.That(compared[0], Is.EqualTo(alone[0]));
            Assert.That(compared[1].AdjustedP, Is.NaN);
            Assert.That(compared[1].Difference.Lower, Is.NaN);
            Assert.That(compared[2].Difference, Is.EqualTo(new ConfidenceInterval(0, 0, 0, 0.95)));
            Assert.That(compared[2].AdjustedP, Is.NaN);
            Assert.That(SharpeBootstrap.Interval(benchmark[..19]).Value, Is.NaN);
            Assert.That(SharpeBootstrap.Interval(benchmark[..20]).Value, Is.Not.NaN);
        });
    }

    [Test]
    public void WrongArguments_Throw()
    {
        Assert.That(() => SharpeBootstrap.Difference(new double[30], new double[31]), Throws.ArgumentException);
        Assert.That(
            () => SharpeBootstrap.Interval(new double[30], new BootstrapOptions { Replications = 0, Level = 1, BlockLength = 0 }),
            Throws.ArgumentException.With.Message.Contains("Replications").And.Message.Contains("Level").And.Message.Contains("BlockLength"));
    }

    private static (double[] Own, double[] Benchmark) Pair(int market, double truth)
    {
        var (portfolios, benchmark) = Several(market, 1, truth);
        return (portfolios[0], benchmark);
    }

    // Each portfolio has the market's Sharpe ratio by construction: half its variance the market's, half its own, and the mean to match.
    private static (double[][] Portfolios, double[] Benchmark) Several(int market, int count, double truth)
    {
        var random = new KeyedRandom(20, RandomPurpose.Market, market);
        var benchmark = NullReturns.Clustered(random, Days);
        var portfolios = new double[count][];
        for (var p = 0; p < count; p++)
        {
            var own = NullReturns.Clustered(random, Days);
            portfolios[p] = [.. own.Zip(benchmark, (x, y) => truth * 0.01 * Math.Sqrt(2) + x + y)];
        }

        return (portfolios, [.. benchmark.Select(value => truth * 0.01 + value)]);
    }
}
