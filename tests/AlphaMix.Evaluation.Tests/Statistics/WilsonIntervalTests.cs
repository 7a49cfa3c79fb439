using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class WilsonIntervalTests
{
    // Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81/263, 15/148, 0/20, 1/29.
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Of_PublishedExamples(int successes, int trials, double lower, double upper)
    {
        var interval = WilsonInterval.Compute(successes, trials);

        Assert.That(interval.Lower, Is.EqualTo(lower).Within(5e-5));
        Assert.That(interval.Upper, Is.EqualTo(upper).Within(5e-5));
        Assert.That(interval.Value, Is.EqualTo((double)successes / trials));
    }

    [Test]
    public void Of_NoTrials_IsNotDefined() => Assert.That(WilsonInterval.Compute(0, 0).Lower, Is.NaN);

    [Test]
    public void Of_MoreSuccessesThanTrials_Throws() => Assert.That(() => WilsonInterval.Compute(3, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
