using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Tests.Markets;

public class ScoreSheetTests
{
    private static readonly MarketGrid Grid = SmallMarket.Grid([[1, 1], [1, 1], [1, 1]]);

    [Test]
    public void NewSheet_IsSilent() => Assert.That(new ScoreSheet(Grid).Probabilities.ToArray(), Is.All.NaN);

    [Test]
    public void Set_OutsideZeroToOne_Throws([Values(-0.1, 1.1)] double value) =>
        Assert.That(() => new ScoreSheet(Grid)[0, 0] = value, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void MeanExpertsUsed_CountsScoredCellsOfTheSpanThatSayIt()
    {
        var sheet = SmallMarket.Scores(Grid, [0.5, 0.5], [0.5, 0], [0.5, 0.5]);
        sheet.SetExpertsUsed(0, 0, 4);
        sheet.SetExpertsUsed(1, 0, 1);
        sheet.SetExpertsUsed(1, 1, 100);
        sheet.SetExpertsUsed(2, 0, 100);

        Assert.That(sheet.MeanExpertsUsed(new EvaluationSpan(0, 2)), Is.EqualTo(2.5));
        Assert.That(new ScoreSheet(Grid).MeanExpertsUsed(new EvaluationSpan(0, 2)), Is.NaN);
    }
}
