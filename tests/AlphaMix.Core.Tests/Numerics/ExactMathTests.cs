using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Numerics;

public class ExactMathTests
{
    private static readonly double[] Arguments =
        [0, 1e-300, -1e-9, 0.1, -0.34, 0.35, 1, -1, 2.5, -10, 37.7, -50.1, 700.5, 708.9, -700.5, -707.9];

    [TestCaseSource(nameof(Arguments))]
    public void Exp_AgreesWithTheLibrary(double x)
        => Assert.That(ExactMath.Exp(x) / Math.Exp(x), Is.EqualTo(1).Within(1e-14));

    [TestCaseSource(nameof(Arguments))]
    public void Log_UndoesTheExponential(double x)
        => Assert.That(ExactMath.Log(ExactMath.Exp(x)), Is.EqualTo(x).Within(1e-14 * Math.Max(1, Math.Abs(x))));

    [TestCase(1e-310)]
    [TestCase(0.5)]
    [TestCase(0.70710678)]
    [TestCase(1)]
    [TestCase(1.4142135)]
    [TestCase(1.5)]
    [TestCase(2)]
    [TestCase(1e300)]
    public void Log_AgreesWithTheLibrary(double x)
        => Assert.That(ExactMath.Log(x), Is.EqualTo(Math.Log(x)).Within(1e-14 * Math.Max(1, Math.Abs(Math.Log(x)))));

    [TestCase(-720.0)]
    [TestCase(-744.0)]
    public void Exp_BelowTheNormalNumbers_LosesBitsOnly(double x)
        => Assert.That(ExactMath.Exp(x), Is.EqualTo(Math.Exp(x)).Within(2 * double.Epsilon + 1e-14 * Math.Exp(x)));

    [Test]
    public void Ends_AreWhatTheSummarySays()
        => Assert.Multiple(() =>
        {
            Assert.That(ExactMath.Exp(710), Is.EqualTo(double.PositiveInfinity));
            Assert.That(ExactMath.Exp(double.NegativeInfinity), Is.Zero);
            Assert.That(ExactMath.Exp(double.NaN), Is.NaN);
            Assert.That(ExactMath.Log(0), Is.EqualTo(double.NegativeInfinity));
            Assert.That(ExactMath.Log(-1), Is.NaN);
            Assert.That(ExactMath.Log(double.PositiveInfinity), Is.EqualTo(double.PositiveInfinity));
        });
}
