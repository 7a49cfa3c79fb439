using AlphaMix.Core.Numerics;

namespace AlphaMix.Evaluation.Tests.Statistics;

/// <summary>Simulated daily returns with known properties; one key gives one series.</summary>
internal static class NullReturns
{
    /// <summary>Normal returns x(t) = mean + rho (x(t - 1) - mean) + noise, with standard deviation <paramref name="deviation"/>, from its stationary law.</summary>
    public static double[] AutoRegressive(KeyedRandom random, int days, double rho, double mean = 0, double deviation = 0.01)
    {
        var noise = deviation * Math.Sqrt(1 - rho * rho);
        var values = new double[days];
        var last = deviation * random.NextNormal();
        for (var day = 0; day < days; day++)
        {
            values[day] = mean + last;
            last = rho * last + noise * random.NextNormal();
        }

        return values;
    }

    /// <summary>Returns whose variance clusters, as those of stocks do: GARCH(1,1) with alpha 0.08, beta 0.9 and shocks of Student's t with 6 degrees.</summary>
    public static double[] Clustered(KeyedRandom random, int days, double mean = 0, double deviation = 0.01)
    {
        const double alpha = 0.08, beta = 0.9;
        var variance = deviation * deviation;
        var values = new double[days];
        for (var day = -100; day < days; day++)
        {
            var shock = Math.Sqrt(variance) * Student6(random);
            if (day >= 0)
                values[day] = mean + shock;
            variance = (1 - alpha - beta) * deviation * deviation + alpha * shock * shock + beta * variance;
        }

        return values;
    }

    // Student's t with 6 degrees of freedom, scaled to variance 1.
    private static double Student6(KeyedRandom random)
    {
        var squares = 0.0;
        var normal = random.NextNormal();
        for (var i = 0; i < 6; i++)
        {
            var one = random.NextNormal();
            squares += one * one;
        }

        return normal / Math.Sqrt(squares / 6) * Math.Sqrt(4.0 / 6);
    }
}
