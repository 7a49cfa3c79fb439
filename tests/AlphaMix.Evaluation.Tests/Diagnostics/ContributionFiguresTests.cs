using AlphaMix.Evaluation.Diagnostics;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class ContributionFiguresTests
{
    [Test]
    public void Without_IsTheMixtureOfTheOthers()
    {
        double[] odds = [0.3, -0.1, 0.7];
        double[] weights = [0.5, 0.25, 0.25];
        var mixed = GroupContribution.Mix(odds, weights);

        Assert.That(mixed, Is.EqualTo(0.3).Within(1e-15));
        Assert.That(GroupContribution.Without(mixed, odds[0], weights[0]), Is.EqualTo((-0.1 + 0.7) / 2).Within(1e-15));
        Assert.That(GroupContribution.Without(1, 1, 1), Is.NaN);
    }

    [Test]
    public void Of_WorkedByHand()
    {
        TraceEntry[] entries =
        [
            Entry(new GroupContribution(0, 0.5, 0.6, 0.1, true), new GroupContribution(1, 0.5, -0.2, -0.3, false)),
            Entry(new GroupContribution(0, 1, 0.4, double.NaN, true))
        ];

        var first = ContributionFigures.Compute("first", 0, entries);
        var second = ContributionFigures.Compute("second", 1, entries);

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new ContributionFigures("first", 1, 1, (0.75 + 1) / 2, double.NaN, 1)));
            Assert.That(second, Is.EqualTo(new ContributionFigures("second", 0.5, 0, 0.25, 0.3, 0)));
            Assert.That(ContributionFigures.Compute("third", 2, entries).Share, Is.NaN);
        });
    }

    private static TraceEntry Entry(params GroupContribution[] contributions) => new(new DateOnly(2024, 1, 2), "A", 1, 0.5, 4 * contributions.Length, contributions);
}
