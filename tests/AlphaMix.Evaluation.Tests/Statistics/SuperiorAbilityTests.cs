using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Statistics;
using MathNet.Numerics.Distributions;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class SuperiorAbilityTests
{
    private const int Days = 252;

    /// <summary>One portfolio, independent days: the ordinary one-sided test of a mean.</summary>
    [Test]
    public void Of_OnePortfolio_HasTheOrdinaryP()
    {
        var (portfolios, benchmark) = Several(4, 1);
        var returns = portfolios[0].Select(value => value + 0.0005).ToArray();
        var differences = returns.Zip(benchmark, (x, y) => x - y).ToArray();
        var mean = differences.Average();
        var t = mean / Math.Sqrt(LongRunVariance.Compute([.. differences.Select(value => value - mean)]) / Days);

        var found = SuperiorAbility.Compute([returns], benchmark, new BootstrapOptions { BlockLength = 1, Replications = 20_000 });

        Assert.That(found.Statistic, Is.EqualTo(t).Within(1e-9));
        Assert.That(found.Consistent, Is.EqualTo(1 - Normal.CDF(0, 1, t)).Within(0.015));
    }

    /// <summary>Hansen's reason for the test: hopeless portfolios raise the reality check's p-value, and not this one's.</summary>
    [Test]
    public void Of_HopelessPortfolios_DoNotHideAGoodOne()
    {
        var (portfolios, benchmark) = Several(5, 21);
        portfolios[0] = [.. portfolios[0].Select(value => value + 0.0012)];
        var hopeless = portfolios[1..].Select(own => own.Select(value => value - 0.01).ToArray());

        var alone = SuperiorAbility.Compute([portfolios[0]], benchmark, new BootstrapOptions { BlockLength = 2 });
        var among = SuperiorAbility.Compute([portfolios[0], .. hopeless], benchmark, new BootstrapOptions { BlockLength = 2 });

        Assert.That(among.Consistent, Is.EqualTo(alone.Consistent).Within(1e-12));
        Assert.That(among.Upper, Is.GreaterThan(2 * alone.Upper));
        Assert.That(among.Lower, Is.LessThanOrEqualTo(among.Consistent));
    }

    [Test]
    public void Of_NobodyIsBetter_RejectsOnceInTwenty()
    {
        var rejected = 0;
        for (var market = 0; market < 400; market++)
        {
            var (portfolios, benchmark) = Several(market, 4);
            rejected += SuperiorAbility.Compute(portfolios, benchmark, new BootstrapOptions { Seed = market, Replications = 200 }).Consistent <= 0.05 ? 1 : 0;
        }

        // 99 % binomial interval about 5 % of 400.
        Assert.That(rejected, Is.InRange(9, 32));
    }

    /// <summary>Blocks matter: days that repeat each other are not so many as they look.</summary>
    [Test]
    public void Of_DependentDays_AreWorthFewer()
    {
        var random = new KeyedRandom(41, RandomPurpose.Market);
        var benchmark = new double[2000];
        var returns = NullReturns.AutoRegressive(random, 2000, 0.6);
        var mean = returns.Average();
        double[] ahead = [.. returns.Select(value => value - mean + 0.0005)];

        // 0.0005 is 2.24 standard errors of 2,000 independent days, and half that with an autoregression of 0.6: (1 + 0.6) / (1 - 0.6) = 4.
        Assert.That(SuperiorAbility.Compute([ahead], benchmark).Statistic, Is.EqualTo(2.24 / 2).Within(15).Percent);
        Assert.That(SuperiorAbility.Compute([ahead], benchmark).Consistent, Is.EqualTo(1 - Normal.CDF(0, 1, 2.24 / 2)).Within(0.05));
    }

    [Test]
    public void Of_AllBehind_IsOne()
    {
        var (portfolios, benchmark) = Several(6, 2);

        var found = SuperiorAbility.Compute([.. portfolios.Select(own => own.Select(value => value - 0.01).ToArray())], benchmark);

        Assert.That((found.Statistic, found.Consistent), Is.EqualTo((0.0, 1.0)));
    }

    [Test]
    public void Of_NothingToTest_IsNaN()
    {
        var (portfolios, benchmark) = Several(7, 1);

        Assert.That(SuperiorAbility.Compute([benchmark], benchmark).Consistent, Is.NaN);
        Assert.That(SuperiorAbility.Compute([portfolios[0][..19]], benchmark[..19]).Consistent, Is.NaN);
        Assert.That(() => SuperiorAbility.Compute(portfolios, benchmark[..19]), Throws.ArgumentException);
    }

    private static (double[][] Portfolios, double[] Benchmark) Several(int market, int count)
    {
        var random = new KeyedRandom(40, RandomPurpose.Market, market);
        var benchmark = NullReturns.AutoRegressive(random, Days, 0, 0.0005);
        return ([.. Enumerable.Range(0, count).Select(_ => NullReturns.AutoRegressive(random, Days, 0).Zip(benchmark, (x, y) => x + y).ToArray())], benchmark);
    }
}
