using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class StepDownTests
{
    [Test]
    public void AdjustedP_ByHand()
    {
        // Statistics 2, 3, 1 (tests A, B, C). B is held against the largest of all three in each draw: 1.5, 2.5, 0.8, 3.5 -> (1 + 1) / 5.
        // A against the largest of A and C: 1.5, 2.1, 0.8, 0 -> 2/5. C against its own: 0.5, 2.1, 0.8, 0 -> 2/5.
        double[][] draws = [[1.5, 0, 0, -1], [1, 2.5, 0, 3.5], [0.5, 2.1, 0.8, 0]];

        Assert.That(StepDown.AdjustedP([2, 3, 1], draws), Is.EqualTo(new[] { 0.4, 0.4, 0.4 }).Within(1e-15));
        Assert.That(StepDown.AdjustedP([2.2, 3, 0.6], draws), Is.EqualTo(new[] { 0.4, 0.4, 0.6 }).Within(1e-15), "A alone would have 0.2: no better than B");
    }

    [Test]
    public void AdjustedP_OneTest_IsTheOrdinaryP() =>
        Assert.That(StepDown.AdjustedP([1.0], [[0.5, 1.0, 1.5, -2, 0, 0.1, 0.2, 0.3, 0.4]]), Is.EqualTo(new[] { 0.3 }).Within(1e-15));

    [Test]
    public void AdjustedP_TheSameTestTwice_CostsNothing()
    {
        double[] draws = [0.5, 1.0, 1.5, -2];

        Assert.That(StepDown.AdjustedP([1.2, 1.2], [draws, draws])[1], Is.EqualTo(StepDown.AdjustedP([1.2], [draws])[0]));
    }

    /// <summary>The strongest of several is compared with the largest of every draw, whichever statistic reached it.</summary>
    [Test]
    public void AdjustedP_TheStrongest_AnswersForTheDrawsOfAll() =>
        Assert.That(StepDown.AdjustedP([1.0, 2.0], [[3, 0, 0, 0], [0, 0, 0, 0]]), Is.EqualTo(new[] { 0.4, 0.4 }).Within(1e-15));

    [Test]
    public void AdjustedP_NaN_IsLeftOut() =>
        Assert.That(StepDown.AdjustedP([double.NaN, 1.2], [[9, 9, 9, 9], [0.5, 1.0, 1.5, -2]]), Is.EqualTo(new[] { double.NaN, 0.4 }).Within(1e-15));

    [Test]
    public void AdjustedP_ShapesThatDoNotFit_Throw()
    {
        Assert.That(() => StepDown.AdjustedP([1, 2], [[1.0]]), Throws.ArgumentException);
        Assert.That(() => StepDown.AdjustedP([1, 2], [[1.0], [1.0, 2.0]]), Throws.ArgumentException);
    }
}
