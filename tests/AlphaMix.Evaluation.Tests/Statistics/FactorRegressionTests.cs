using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Statistics;
using MathNet.Numerics.LinearAlgebra;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class FactorRegressionTests
{
    private static readonly BootstrapOptions Few = new() { Replications = 200, Seed = 3 };

    [Test]
    public void Fit_EqualsLeastSquaresByQr()
    {
        var factors = Factors(seed: 1, days: 120, count: 3);
        var own = Own(factors, 0.001, [0.8, -0.4, 0.2], seed: 2);

        var fit = FactorRegression.Fit([own], factors, Few)[0];

        var design = Design(factors);
        var expected = design.QR().Solve(Vector<double>.Build.Dense(own));
        var residuals = Vector<double>.Build.Dense(own) - design * expected;
        var total = own.Sum(value => (value - own.Average()) * (value - own.Average()));
        Assert.Multiple(() =>
        {
            Assert.That(fit.Alpha.Value, Is.EqualTo(expected[0]).Within(1e-12));
            Assert.That(fit.Betas, Is.EqualTo(expected.Skip(1)).Within(1e-10));
            Assert.That(fit.RSquared, Is.EqualTo(1 - residuals.DotProduct(residuals) / total).Within(1e-10));
            Assert.That(fit.Hedged, Is.EqualTo(residuals.Select(residual => residual + expected[0])).Within(1e-12));
        });
    }

    [Test]
    public void Fit_StandardErrors_AreTheSandwichOfNeweyAndWest()
    {
        const int Days = 150;
        var factors = Factors(seed: 5, Days, count: 2);
        var own = Own(factors, 0.002, [1, 0.5], seed: 6);

        var fit = FactorRegression.Fit([own], factors, Few)[0];

        // (X'X)^-1 (sum of weighted x e e' x') (X'X)^-1, Bartlett weights over 4 (n / 100)^(2/9) = 4 lags, times n / (n - k).
        var design = Design(factors);
        var b = design.QR().Solve(Vector<double>.Build.Dense(own));
        var residuals = Vector<double>.Build.Dense(own) - design * b;
        var inverse = (design.Transpose() * design).Inverse();
        var meat = Matrix<double>.Build.Dense(3, 3);
        for (var t = 0; t < Days; t++)
        {
            for (var s = Math.Max(0, t - 4); s <= Math.Min(Days - 1, t + 4); s++)
                meat += (1 - Math.Abs(t - s) / 5.0) * residuals[t] * residuals[s] * design.Row(t).OuterProduct(design.Row(s));
        }

        var covariance = inverse * meat * inverse * Days / (Days - 3);
        Assert.That(fit.AlphaT, Is.EqualTo(b[0] / Math.Sqrt(covariance[0, 0])).Within(1e-8));
        Assert.That(fit.BetaTs, Is.EqualTo(new[] { b[1] / Math.Sqrt(covariance[1, 1]), b[2] / Math.Sqrt(covariance[2, 2]) }).Within(1e-8));
    }

    [TestCase(1)]
    [TestCase(7)]
    public void Resample_EqualsTheRegressionDoneAgain(int length)
    {
        const int Days = 60;
        var factors = Factors(seed: 8, Days, count: 2);
        double[][] portfolios = [Own(factors, 0.001, [1, 0.3], seed: 9), Own(factors, 0, [0.2, 0], seed: 10)];
        double[][] columns = [[.. Enumerable.Repeat(1.0, Days)], .. factors];
        var random = new KeyedRandom(11, RandomPurpose.Bootstrap);
        int[] starts = [.. Enumerable.Range(0, (Days + length - 1) / length).Select(_ => random.NextInt(Days))];
        var t = new double[2];

        new AlphaResampling(columns, portfolios, length).Resample(starts, [0.0007, -0.0001], t);

        int[] drawn = [.. starts.SelectMany(start => Enumerable.Range(start, length)).Take(Days).Select(day => day % Days)];
        for (var p = 0; p < 2; p++)
        {
            var design = Matrix<double>.Build.Dense(Days, 3, (row, column) => columns[column][drawn[row]]);
            var own = Vector<double>.Build.Dense([.. drawn.Select(day => portfolios[p][day])]);
            var b = design.QR().Solve(own);
            var influence = Vector<double>.Build.DenseOfEnumerable(design.EnumerateRows().Select(row => row * (design.Transpose() * design).Inverse().Column(0) * Days))
                .PointwiseMultiply(own - design * b);
            var squares = influence.Take(Days / length * length).Chunk(length).Sum(block => block.Sum() * block.Sum());
            var error = Math.Sqrt(squares / (Days / length) / length / Days);
            Assert.That(t[p], Is.EqualTo((b[0] - (p == 0 ? 0.0007 : -0.0001)) / error).Within(1e-7), $"portfolio {p}");
        }
    }

    [Test]
    public void Fit_APortfolioThatFollowsFromTheFactors_HasNoTest()
    {
        var factors = Factors(seed: 12, days: 80, count: 2);
        double[] mixed = [.. factors[0].Zip(factors[1], (x, y) => 0.7 * x + 0.3 * y)];

        var fit = FactorRegression.Fit([mixed, Own(factors, 0, [1, 1], seed: 13)], factors, Few);

        Assert.Multiple(() =>
        {
            Assert.That(fit[0].RSquared, Is.EqualTo(1).Within(1e-12));
            Assert.That(fit[0].Statistic, Is.NaN);
            Assert.That(fit[0].AlphaT, Is.NaN);
            Assert.That(fit[0].Draws, Is.Empty);
            Assert.That(fit[1].Draws, Has.Length.EqualTo(200));
        });
    }

    [TestCase(29, 2, false)]
    [TestCase(30, 2, true)]
    [TestCase(19, 1, false)]
    [TestCase(20, 1, true)]
    public void Fit_TooFewDays_IsNotDefined(int days, int count, bool isDefined)
    {
        var factors = Factors(seed: 14, days, count);

        var fit = FactorRegression.Fit([Own(factors, 0, new double[count], seed: 15)], factors, Few)[0];

        Assert.That(double.IsFinite(fit.Alpha.Value), Is.EqualTo(isDefined));
        Assert.That(double.IsFinite(fit.Statistic), Is.EqualTo(isDefined));
    }

    [Test]
    public void AreIndependent_AFactorThatFollowsFromOthers_IsFalse()
    {
        var factors = Factors(seed: 16, days: 100, count: 2);
        double[] sum = [.. factors[0].Zip(factors[1], (x, y) => 2 * x - y + 0.001)];

        Assert.That(FactorRegression.AreIndependent(factors));
        Assert.That(FactorRegression.AreIndependent([.. factors, sum]), Is.False);
        Assert.That(FactorRegression.AreIndependent([.. factors, new double[100]]), Is.False);
    }

    // 300 simulated years at 5 %: a true 5 % is outside of 5 to 27 once in a hundred times. The alpha of -0.05 a day breaks a test that
    // forgets the sign, betas of 2 one that regresses on nothing.
    [Test]
    public void Fit_NoAlpha_PValuesHoldTheirLevel_AndIntervalsCover()
    {
        var (called, missed) = (0, 0);
        for (var year = 0; year < 300; year++)
        {
            var factors = Factors(seed: 1000 + year, days: 252, count: 4);
            var fit = FactorRegression.Fit([Own(factors, 0, [2, 0, -1, 0.5], seed: 5000 + year)], factors, Few with { Seed = year })[0];
            called += StepDown.AdjustedP([fit.Statistic], [fit.Draws])[0] <= 0.05 ? 1 : 0;
            missed += fit.Alpha.Lower > 0 || fit.Alpha.Upper < 0 ? 1 : 0;
        }

        Assert.That(called, Is.InRange(5, 27));
        Assert.That(missed, Is.InRange(5, 27));
    }

    private static double[][] Factors(int seed, int days, int count) =>
    [
        .. Enumerable.Range(0, count).Select(f =>
        {
            var random = new KeyedRandom(seed, RandomPurpose.Market, f);
            return Enumerable.Range(0, days).Select(_ => 0.0005 + 0.01 * random.NextNormal()).ToArray();
        })
    ];

    private static double[] Own(double[][] factors, double alpha, double[] betas, int seed)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Market, 99);
        return
        [
            .. Enumerable.Range(0, factors[0].Length).Select(day =>
                alpha + betas.Select((beta, f) => beta * factors[f][day]).Sum() + 0.008 * random.NextNormal())
        ];
    }

    private static Matrix<double> Design(double[][] factors) =>
        Matrix<double>.Build.Dense(factors[0].Length, factors.Length + 1, (row, column) => column == 0 ? 1 : factors[column - 1][row]);
}
