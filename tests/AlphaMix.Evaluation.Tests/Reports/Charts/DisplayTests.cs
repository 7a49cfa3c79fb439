using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Tests.Reports.Charts;

public class DisplayTests
{
    [Test]
    public void Numbers_ReadWell()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Display.Count(12345), Is.EqualTo("12,345"));
            Assert.That(Display.Percent(15.349), Is.EqualTo("15.3\u00a0%"));
            Assert.That(Display.Percent(-4), Is.EqualTo("\u22124.0\u00a0%"));
            Assert.That(Display.Ratio(-0.001), Is.EqualTo("0.00"));
            Assert.That(Display.Share(0.975), Is.EqualTo("97.5\u00a0%"));
            Assert.That(Display.Percent(double.NaN), Is.EqualTo("–"));
            Assert.That(Display.Plain(5), Is.EqualTo("5"));
            Assert.That(Display.Plain(0.0035), Is.EqualTo("0.0035"));
        });
    }

    [TestCase("V", "V")]
    [TestCase("V|R", "V and R")]
    [TestCase("V|R|W", "V, R and W")]
    public void List_ReadsAsASentenceDoes(string names, string expected) => Assert.That(Display.List(names.Split('|')), Is.EqualTo(expected));

    [TestCase(0.05, "0.050")]
    [TestCase(0.0501, "0.051")]
    [TestCase(0.0005, "0.001")]
    [TestCase(1, "1.000")]
    [TestCase(double.NaN, "–")]
    public void P_IsRoundedUp(double p, string expected) => Assert.That(Display.P(p), Is.EqualTo(expected));

    [Test]
    public void Interval_NeedsBothEnds()
    {
        Assert.That(Display.Interval(-0.5, 2.25, "N2"), Is.EqualTo("\u22120.50 to 2.25"));
        Assert.That(Display.Interval(-0.5, double.PositiveInfinity, "N2"), Is.EqualTo("–"));
    }

    [Test]
    public void BasisPoints_NoCostTooHigh_IsAny() => Assert.That(Display.BasisPoints(double.PositiveInfinity), Is.EqualTo("any"));
}
