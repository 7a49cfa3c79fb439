using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public sealed class EqualWeightTests
{
    [Test]
    public void EveryNameWithABar_IsBoughtOrResized_ScoredOrNot() =>
        Assert.That(new SampleDay { Weights = [0, 0.9, 0, 0.1], States = "tthd", Ranking = [0] }.Decide(new EqualWeight()), Is.EqualTo("BB.."));

    [Test]
    public void Shares_AreEqual()
    {
        var targets = new PortfolioTargets();

        new EqualWeight().Decide(new SampleDay { Weights = [0, 0.9, 0] }.ToDay(), targets);

        Assert.That(Enumerable.Range(0, targets.Count).Select(targets.ShareAt), Is.All.EqualTo(1));
    }

    [Test]
    public void Create_TakesNoParameters()
    {
        Assert.Multiple(() =>
        {
            Assert.That(EqualWeight.Create(Parameters.None), Is.EqualTo(new EqualWeight()));
            Assert.That(() => EqualWeight.Create(Parameters.None.With("topK", 1)), Throws.ArgumentException.With.Message.Contains("'topK'"));
            Assert.That(new EqualWeight().Positions(9), Is.EqualTo(9));
        });
    }
}
