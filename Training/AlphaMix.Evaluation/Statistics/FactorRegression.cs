using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>Regressions of several portfolios' daily returns on those of the same factors, and what their alphas are worth.</summary>
/// <remarks>
/// <para>Ordinary least squares with an intercept, alpha: Jensen (1968), Journal of Finance 23(2), with several factors. Standard errors
/// are those of Newey and West (1987), times the root of n / (n - coefficients).</para>
/// <para>The interval and p-values are a studentised circular block bootstrap's: days are drawn in blocks, returns of portfolio and factors
/// together, the regression is done again on each resample, and its alpha is measured in the resample's own standard error (Goetze and
/// Kuensch 1996), as <see cref="SharpeBootstrap"/> does with Sharpe ratios. The data's standard error is a prewhitened kernel's, and the
/// block length that of <see cref="BlockLength"/>, both of alpha's influence function.</para>
/// </remarks>
internal sealed class FactorRegression
{
    /// <summary>The fewest days for each coefficient; with fewer nothing is defined.</summary>
    public const int FewestDaysEach = 10;

    private readonly double[][] _columns;
    private readonly double[] _scales;
    private readonly IReadOnlyList<double[]> _portfolios;
    private readonly NormalEquations _equations;
    private readonly int _days;
    private readonly int _size;

    private FactorRegression(IReadOnlyList<double[]> portfolios, IReadOnlyList<double[]> factors)
    {
        (_portfolios, _days, _size) = (portfolios, factors[0].Length, factors.Count + 1);
        (_columns, _scales) = Columns(factors);
        _equations = new NormalEquations(_size);
    }

    /// <summary>Returns whether no factor's returns follow from those before it and a constant.</summary>
    /// <param name="factors">For each factor one return a day; at least one factor.</param>
    public static bool AreIndependent(IReadOnlyList<double[]> factors)
    {
        var (columns, _) = Columns(factors);
        var products = new double[NormalEquations.Products(columns.Length)];
        for (var day = 0; day < factors[0].Length; day++)
            AddProducts(columns, day, products);
        return new NormalEquations(columns.Length).TryDecompose(products);
    }

    /// <summary>Regresses portfolios on factors.</summary>
    /// <param name="portfolios">For each portfolio one return a day, as fractions, finite.</param>
    /// <param name="factors">For each factor the same, on the same days; at least one, independent of each other.</param>
    /// <param name="options">How to resample.</param>
    /// <returns>
    /// One fit a portfolio; all NaN with fewer than <see cref="SharpeBootstrap.FewestDays"/> days or <see cref="FewestDaysEach"/> for each
    /// coefficient, or where factors depend on each other. A portfolio that follows from the factors has no t, no draws and no width.
    /// </returns>
    public static FactorFit[] Fit(IReadOnlyList<double[]> portfolios, IReadOnlyList<double[]> factors, BootstrapOptions options)
    {
        options.Validate();
        var enough = factors[0].Length >= Math.Max(SharpeBootstrap.FewestDays, FewestDaysEach * (factors.Count + 1));
        if (!enough || !AreIndependent(factors))
            return [.. portfolios.Select(_ => Undefined(factors, options))];
        return new FactorRegression(portfolios, factors).Fit(options);
    }

    private FactorFit[] Fit(BootstrapOptions options)
    {
        var products = new double[NormalEquations.Products(_size)];
        for (var day = 0; day < _days; day++)
            AddProducts(_columns, day, products);
        _equations.TryDecompose(products);
        var weights = Enumerable.Range(0, _size).Select(Weights).ToArray();
        LeastSquares[] fits = [.. _portfolios.Select(returns => new LeastSquares(returns, _columns, _equations, weights))];
        int[] varying = [.. Enumerable.Range(0, fits.Length).Where(s => !fits[s].IsExact)];
        var draws = Draw([.. varying.Select(s => fits[s])], options);
        return [.. fits.Select((fit, s) => Describe(fit, Array.IndexOf(varying, s) is >= 0 and var v ? draws[v] : [], options))];
    }

    /// <summary>Returns the row of the inverse by which a coefficient is a mean of products, times the number of days.</summary>
    private double[] Weights(int coefficient)
    {
        var row = new double[_size];
        row[coefficient] = _days;
        _equations.Solve(row);
        return row;
    }

    private double[][] Draw(LeastSquares[] fits, BootstrapOptions options)
    {
        if (fits.Length == 0)
            return [];
        var length = Math.Min(_days, options.BlockLength ?? fits.Max(fit => BlockLength.Circular(fit.Influences[0])));
        var resampling = new AlphaResampling(_columns, [.. fits.Select(fit => fit.Returns)], length);
        var random = new KeyedRandom(options.Seed, RandomPurpose.Bootstrap, 2);
        var starts = new int[(_days + length - 1) / length];
        var draws = Array.ConvertAll(fits, _ => new double[options.Replications]);
        var alphas = Array.ConvertAll(fits, fit => fit.Coefficients[0]);
        var t = new double[fits.Length];
        for (var r = 0; r < options.Replications; r++)
        {
            for (var b = 0; b < starts.Length; b++)
                starts[b] = random.NextInt(_days);
            resampling.Resample(starts, alphas, t);
            for (var s = 0; s < t.Length; s++)
                draws[s][r] = t[s];
        }

        return draws;
    }

    private FactorFit Describe(LeastSquares fit, double[] draws, BootstrapOptions options)
    {
        var alpha = fit.Coefficients[0];
        var error = fit.IsExact ? 0 : Math.Sqrt(LongRunVariance.Compute(fit.Influences[0]) / _days);
        var reach = fit.IsExact ? 0 : SharpeBootstrap.Reach(draws, options.Level) * error;
        double T(int j) => fit.IsExact ? double.NaN : fit.Coefficients[j]
            / (NeweyWest.StandardError(fit.Influences[j], null) * Math.Sqrt(_days / (double)(_days - _size)));
        return new FactorFit
        {
            Alpha = new ConfidenceInterval(alpha, alpha - reach, alpha + reach, options.Level),
            AlphaT = T(0),
            Betas = [.. _scales.Select((scale, j) => fit.Coefficients[j + 1] / scale)],
            BetaTs = [.. _scales.Select((_, j) => T(j + 1))],
            RSquared = fit.RSquared,
            Hedged = Array.ConvertAll(fit.Residuals, residual => alpha + residual),
            Statistic = fit.IsExact ? double.NaN : alpha / error,
            Draws = draws
        };
    }

    private static FactorFit Undefined(IReadOnlyList<double[]> factors, BootstrapOptions options) => new()
    {
        Alpha = new ConfidenceInterval(double.NaN, double.NaN, double.NaN, options.Level),
        AlphaT = double.NaN,
        Betas = [.. factors.Select(_ => double.NaN)],
        BetaTs = [.. factors.Select(_ => double.NaN)],
        RSquared = double.NaN,
        Hedged = Array.ConvertAll(factors[0], _ => double.NaN),
        Statistic = double.NaN,
        Draws = []
    };

    /// <summary>Returns a column of ones and the factors, each in units of its standard deviation.</summary>
    private static (double[][] Columns, double[] Scales) Columns(IReadOnlyList<double[]> factors)
    {
        double[] scales = [.. factors.Select(factor => Moments.Compute(factor).Deviation)];
        return (
            [
                Array.ConvertAll(factors[0], _ => 1.0),
                .. factors.Select((factor, f) => Array.ConvertAll(factor, value => scales[f] > 0 ? value / scales[f] : 0))
            ],
            scales);
    }

    /// <summary>Adds a day's products of regressors, the lower triangle row by row.</summary>
    internal static void AddProducts(double[][] columns, int day, Span<double> products)
    {
        for (var (row, cell) = (0, 0); row < columns.Length; row++)
        {
            for (var column = 0; column <= row; column++, cell++)
                products[cell] += columns[row][day] * columns[column][day];
        }
    }
}
