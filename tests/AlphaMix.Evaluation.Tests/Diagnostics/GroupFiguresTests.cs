using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class GroupFiguresTests
{
    [Test]
    public void Of_TheMixtureItself_AgreesWithItself_AndAMirrorDisagrees()
    {
        var grid = SmallMarket.Random(40, 10, seed: 5);
        var span = new EvaluationSpan(0, 39);
        var scores = SmallMarket.RandomScores(grid, 6);
        var mirror = new ScoreSheet(grid);
        for (var day = 0; day < 40; day++)
            for (var i = 0; i < 10; i++)
                mirror[day, i] = 1 - scores[day, i];

        var own = Judge(grid, scores, scores, span);
        var other = Judge(grid, mirror, scores, span);

        Assert.Multiple(() =>
        {
            Assert.That(own.WithMixture, Is.EqualTo(1).Within(1e-12));
            Assert.That(other.WithMixture, Is.EqualTo(-1).Within(1e-12));
            Assert.That(other.Ic.Value, Is.EqualTo(-own.Ic.Value).Within(1e-12));
            Assert.That(other.Accuracy, Is.EqualTo(1 - own.Accuracy).Within(1e-12));
        });
    }

    private static GroupFigures Judge(MarketGrid grid, ScoreSheet own, ScoreSheet mixture, EvaluationSpan span) => GroupFigures.Compute(
        "g", grid, own, mixture, span, Simulator.Run(grid, own, span, new DailyTopK(), new TradingTerms()), FillRule.Close);
}
