using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Numerics;

public sealed class ExactMathTests
{
    private const double Tolerance = 1e-13;

    [Test]
    public void Exp_AgreesWithTheLibrary()
    {
        for (var x = -708.0; x <= 709; x += 0.0837)
            AssertClose(ExactMath.Exp(x), Math.Exp(x), $"exp({x:R})");
        for (var x = -1e-3; x <= 1e-3; x += 1.37e-5)
            AssertClose(ExactMath.Exp(x), Math.Exp(x), $"exp({x:R})");
    }

    [TestCase(0, 1)]
    [TestCase(double.NegativeInfinity, 0)]
    [TestCase(-746, 0)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    [TestCase(710, double.PositiveInfinity)]
    [TestCase(double.NaN, double.NaN)]
    public void Exp_AtTheEdges(double x, double expected)
    {
        Assert.That(ExactMath.Exp(x), Is.EqualTo(expected));
    }

    [Test]
    public void Exp_OfSubnormalResults_IsRightToTheSmallestNumber()
    {
        for (var x = -745.0; x < -708; x += 0.37)
            Assert.That(ExactMath.Exp(x), Is.EqualTo(Math.Exp(x)).Within(2 * double.Epsilon + Tolerance * Math.Exp(x)), $"exp({x:R})");
    }

    [Test]
    public void Log_AgreesWithTheLibrary()
    {
        for (var power = -1022; power <= 1023; power++)
        {
            for (var mantissa = 1.0; mantissa < 2; mantissa += 0.0613)
            {
                var x = Math.ScaleB(mantissa, power);
                AssertClose(ExactMath.Log(x), Math.Log(x), $"log({x:R})");
            }
        }
    }

    [Test]
    public void Log_NearOne_KeepsItsRelativePrecision()
    {
        for (var step = 1e-16; step < 0.5; step *= 1.7)
        {
            AssertClose(ExactMath.Log(1 + step), Math.Log(1 + step), $"log(1 + {step:R})");
            AssertClose(ExactMath.Log(1 - step), Math.Log(1 - step), $"log(1 - {step:R})");
        }
    }

    [TestCase(1, 0)]
    [TestCase(0, double.NegativeInfinity)]
    [TestCase(-1e-300, double.NaN)]
    [TestCase(double.NaN, double.NaN)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log_AtTheEdges(double x, double expected)
    {
        Assert.That(ExactMath.Log(x), Is.EqualTo(expected));
    }

    [Test]
    public void Log_OfSubnormalNumbers_AgreesWithTheLibrary()
    {
        foreach (var x in new[] { double.Epsilon, 3 * double.Epsilon, 1e-310 })
            AssertClose(ExactMath.Log(x), Math.Log(x), $"log({x:R})");
    }

    [Test]
    public void Sigmoid_AgreesWithItsFormulaAndItsMirror()
    {
        for (var x = -700.0; x <= 700; x += 0.173)
        {
            AssertClose(ExactMath.Sigmoid(x), 1 / (1 + Math.Exp(-x)), $"sigmoid({x:R})");
            Assert.That(ExactMath.Sigmoid(x) + ExactMath.Sigmoid(-x), Is.EqualTo(1).Within(1e-15), $"sigmoid({x:R})");
        }
    }

    [TestCase(0, 0.5)]
    [TestCase(double.NegativeInfinity, 0)]
    [TestCase(double.PositiveInfinity, 1)]
    [TestCase(-1000, 0)]
    [TestCase(1000, 1)]
    public void Sigmoid_AtTheEdges(double x, double expected)
    {
        Assert.That(ExactMath.Sigmoid(x), Is.EqualTo(expected));
    }

    [Test]
    public void Softplus_AgreesWithItsFormula()
    {
        // Where exp(x) is small its low digits are lost in 1 + exp(x): the error is absolute there, an ulp of 1.
        for (var x = -40.0; x <= 700; x += 0.0931)
        {
            var expected = Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
            Assert.That(ExactMath.Softplus(x), Is.EqualTo(expected).Within(Math.Max(Tolerance * expected, 3e-16)), $"softplus({x:R})");
        }
    }

    [TestCase(1000, 1000)]
    [TestCase(-1000, 0)]
    public void Softplus_FarOut_NeitherOverflowsNorGoesNegative(double x, double expected)
    {
        Assert.That(ExactMath.Softplus(x), Is.EqualTo(expected));
    }

    private static void AssertClose(double found, double expected, string what) =>
        Assert.That(found, Is.EqualTo(expected).Within(Tolerance * Math.Abs(expected)), what);
}
