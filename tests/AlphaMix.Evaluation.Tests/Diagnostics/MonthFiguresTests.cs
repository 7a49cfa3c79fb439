using AlphaMix.Evaluation.Diagnostics;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class MonthFiguresTests
{
    private static readonly DateOnly[] Days = [new(2016, 12, 29), new(2016, 12, 30), new(2017, 1, 3)];

    [Test]
    public void Sums_ByMonth() => Assert.That(
        MonthFigures.Sums(Days, [0.25, -0.5, 0.125]), Is.EqualTo(new[] { new MonthFigures(2016, 12, -0.25), new MonthFigures(2017, 1, 0.125) }));

    [Test]
    public void Means_LeaveOutWhatIsNotDefined() => Assert.That(
        MonthFigures.Means(Days, [0.25, double.NaN, double.NaN]), Is.EqualTo(new[] { new MonthFigures(2016, 12, 0.25), new MonthFigures(2017, 1, double.NaN) }));
}
