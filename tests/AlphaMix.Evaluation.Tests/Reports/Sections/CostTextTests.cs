using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Evaluation.Tests.Reports.Sections;

public class CostTextTests
{
    [TestCase(0, 0, "0 bp", "no costs", "without costs")]
    [TestCase(2.5, 0, "2.5 bp", "2.5 basis points a side", "after 2.5 basis points a side")]
    [TestCase(0, 0.005, "0.005 a share", "0.005 a share", "after 0.005 a share")]
    [TestCase(5, 0.005, "5 bp, 0.005 a share", "5 basis points a side and 0.005 a share", "after 5 basis points a side and 0.005 a share")]
    public void Words_NameWhatIsCharged(double bps, double perShare, string brief, string full, string after)
    {
        var costs = new ProportionalCosts { Bps = bps, PerShare = perShare };

        Assert.That((CostText.Short(costs), CostText.Full(costs), CostText.After(costs)), Is.EqualTo((brief, full, after)));
    }

    [Test]
    public void Anchor_IsUnique_AndFitsAFileName()
    {
        ICostModel[] distinct = [new ProportionalCosts { Bps = 2.5 }, new ProportionalCosts { Bps = 1000 }];
        ICostModel[] alike = [new ProportionalCosts { Bps = 5 }, new ProportionalCosts { Bps = 5, PerShare = 0.005 }];

        Assert.That(new[] { CostText.Anchor(distinct, 0), CostText.Anchor(distinct, 1) }, Is.EqualTo(new[] { "2-5", "1000" }));
        Assert.That(new[] { CostText.Anchor(alike, 0), CostText.Anchor(alike, 1) }, Is.Unique);
    }
}
