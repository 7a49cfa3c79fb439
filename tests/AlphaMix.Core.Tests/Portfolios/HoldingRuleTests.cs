using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

[TestFixture]
public class HoldingRuleTests
{
    private static readonly TradingRule Rule = new();

    [Test]
    public void FromCash_TheFirstKEnter() => Assert.That(Decide([0, 0, 0, 0, 0, 0], 2), Is.EqualTo("BB...."));

    [Test]
    public void AHeldName_StaysUntilItsRankLeavesTwoK()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Decide([0, 0, 0.5, 0.5, 0, 0], 2), Is.EqualTo("..KK.."), "the last place of the buffer");
            Assert.That(Decide([0, 0, 0.5, 0, 0.5, 0], 2), Is.EqualTo("B.K.L."), "one beyond, and the best outsider for it");
        });
    }

    [Test]
    public void AStuckName_KeepsAPlace() => Assert.That(Decide([0, 0, 0, 0], 2, stuck: 1), Is.EqualTo("B..."));

    [Test]
    public void TheTurnoverLimit_SellsTheFarthestFirst_AndOneAlways()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Decide([0, 0, 0, 0, 0.5, 0.5], 2, rule: Rule with { MaxTurnover = 0.1 }), Is.EqualTo("B...KL"));
            Assert.That(Decide([0, 0, 0, 0, 0.1, 0.1], 2, rule: Rule with { MaxTurnover = 0.2 }), Is.EqualTo("BB..LL"));
        });
    }

    [Test]
    public void LongShort_HasBothSides_AndNoNameChangesSidesInADay()
    {
        var both = Rule with { LongShort = true };

        Assert.Multiple(() =>
        {
            Assert.That(Decide([0, 0, 0, 0, 0, 0], 1, rule: both), Is.EqualTo("B....S"));
            Assert.That(Decide([-0.5, 0, 0, 0, 0, 0.5], 1, rule: both), Is.EqualTo("LB..SL"));
        });
    }

    [Test]
    public void Build_IgnoresWhatIsHeld()
    {
        var decisions = new HoldingDecision[5];

        HoldingRule.Build(5, 2, Rule with { LongShort = true }, decisions);

        Assert.That(Text(decisions), Is.EqualTo("BB.SS"));
    }

    [TestCase(12, 4)]
    [TestCase(40, 10)]
    [TestCase(83, 20)]
    [TestCase(3, 3)]
    public void Held_IsAQuarter_AtLeastFour_AtMostAll(int scored, int held) => Assert.That(Rule.Held(scored), Is.EqualTo(held));

    [Test]
    public void Gate_ClosesForFewNames_AndForHighCosts_AndSaysWhy()
    {
        var rule = Rule with { ExpectedTurnover = 0.08 };

        Assert.Multiple(() =>
        {
            Assert.That(rule.GateReason(39, 0), Does.Contain("39").And.Contain("40"));
            Assert.That(rule.GateReason(40, 10), Is.Null, "4 % a year");
            Assert.That(rule.GateReason(40, 15), Does.Contain("6.0 % a year").And.Contain("15 bp").And.Contain("5.0 %"));
        });
    }

    private static string Decide(double[] weights, int held, int stuck = 0, TradingRule? rule = null)
    {
        var decisions = new HoldingDecision[weights.Length];
        HoldingRule.Decide(weights, stuck, held, rule ?? Rule, decisions);
        return Text(decisions);
    }

    private static string Text(HoldingDecision[] decisions) => string.Concat(decisions.Select(decision => decision switch
    {
        HoldingDecision.Keep => 'K',
        HoldingDecision.Leave => 'L',
        HoldingDecision.Buy => 'B',
        HoldingDecision.SellShort => 'S',
        _ => '.'
    }));
}
