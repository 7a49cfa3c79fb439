using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>One portfolio's regression: coefficients, residuals, and each coefficient as a mean of daily influences.</summary>
internal sealed class LeastSquares
{
    public LeastSquares(double[] returns, double[][] columns, NormalEquations equations, double[][] weights)
    {
        Returns = returns;
        Coefficients = new double[columns.Length];
        for (var j = 0; j < columns.Length; j++)
        {
            for (var day = 0; day < returns.Length; day++)
                Coefficients[j] += columns[j][day] * returns[day];
        }

        equations.Solve(Coefficients);
        Residuals = [.. returns.Select((value, day) => value - Dot(Coefficients, columns, day))];
        Influences = Array.ConvertAll(weights, row => Residuals.Select((residual, day) => residual * Dot(row, columns, day)).ToArray());
        var squares = Residuals.Sum(residual => residual * residual);
        var deviation = Moments.Compute(returns).Deviation;
        RSquared = deviation > 0 ? Math.Clamp(1 - squares / (returns.Length * deviation * deviation), 0, 1) : double.NaN;
    }

    /// <summary>Gets the portfolio's returns.</summary>
    public double[] Returns { get; }

    /// <summary>Gets the coefficients, alpha first; slopes are on regressors in units of their standard deviation.</summary>
    public double[] Coefficients { get; }

    public double[] Residuals { get; }

    /// <summary>Gets for each coefficient its influence function: the daily values whose mean its error is.</summary>
    public double[][] Influences { get; }

    public double RSquared { get; }

    /// <summary>Gets a value indicating whether the returns follow from the factors, up to rounding.</summary>
    public bool IsExact => Residuals.Max(Math.Abs) <= 1e-9 * Math.Max(Returns.Max(Math.Abs), 1e-9);

    private static double Dot(double[] coefficients, double[][] columns, int day)
    {
        var sum = 0.0;
        for (var j = 0; j < coefficients.Length; j++)
            sum += coefficients[j] * columns[j][day];
        return sum;
    }
}
