using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public sealed class RuleSessionTests
{
    private static readonly SampleDay Two = new() { Weights = [0, 0, 0, 0.5, 0], Ranking = [0, 1] };
    private static readonly SampleDay All = new() { Weights = [0, 0.2, 0.2, 0.2, 0.2] };

    [Test]
    public void AFallback_HoldsEveryNameThatTrades_WithoutTradingThoseHeld()
    {
        var session = new RuleSession(new Stub(), costBps: 5);

        var decision = new SampleDay { Weights = [0, 0.5, 0, 0.5], States = "ttth", Ranking = [0, 1] }.Decide(session);

        Assert.Multiple(() =>
        {
            Assert.That(decision, Is.EqualTo("BH.H"), "a name enters for each place: as many as trade, the halted one has one of them");
            Assert.That(session.Fallback, Is.EqualTo("2 names at 5 bp"));
            Assert.That(session.IsRebuilt, Is.False, "the first day follows cash");
        });
    }

    [Test]
    public void WhereTheRuleTrades_ItIsAsked()
    {
        var session = new RuleSession(new Stub(), costBps: 5);

        Assert.Multiple(() =>
        {
            Assert.That(All.Decide(session), Is.EqualTo("B...."));
            Assert.That(session.Fallback, Is.Null);
            Assert.That(session.IsRebuilt, Is.False);
        });
    }

    [Test]
    public void WhenAFallbackBeginsOrEnds_TheWholePortfolioIsRebuilt()
    {
        var session = new RuleSession(new Stub(), costBps: 5);
        var said = new List<string>();
        foreach (var day in new[] { All, All, Two, Two, All, All })
            said.Add($"{day.Decide(session)}{(session.IsRebuilt ? " rebuilt" : "")}{(session.Fallback is null ? "" : " 1/N")}");

        Assert.That(said, Is.EqualTo(new[]
        {
            "B....", "B....", "BBBBB rebuilt 1/N", "BBBHB 1/N", "BS... rebuilt", "B...."
        }));
    }

    [Test]
    public void Clear_StartsANewPortfolioOutOfCash()
    {
        var session = new RuleSession(new Stub(), costBps: 5);
        Two.Decide(session);

        session.Clear();

        Assert.That(session.Fallback, Is.Null);
        All.Decide(session);
        Assert.That(session.IsRebuilt, Is.False);
    }

    [Test]
    public void Decide_RemovesWhatWasInTheTargets()
    {
        var targets = new PortfolioTargets { CashShare = 3 };
        targets.SellShort(4);

        new RuleSession(new Stub(), costBps: 5).Decide(All.ToDay(), targets);

        Assert.That((All.Text(targets), targets.CashShare), Is.EqualTo(("B....", 0)));
    }

    [TestCase("ttttt", new[] { 0 }, 0.25, TestName = "one scored name gets 1/k")]
    [TestCase("ttttt", new[] { 0, 1, 2 }, 0.75, TestName = "three scored names get 1/k each")]
    [TestCase("ttttt", new[] { 0, 1, 2, 4 }, 1, TestName = "k scored names get everything")]
    [TestCase("thttt", new[] { 0, 2 }, 0.75, TestName = "a halted name that is held counts")]
    public void FewerNamesThanTheRuleSpreadsOver_LeaveCash(string states, int[] ranking, double exposure)
    {
        var targets = new PortfolioTargets();
        new RuleSession(new DailyTopK { TopK = 4 }, costBps: 5).Decide(
            new SampleDay { Weights = [0, states[1] == 'h' ? 0.25 : 0, 0, 0, 0], States = states, Ranking = ranking }.ToDay(), targets);

        Assert.That(targets.LongExposure, Is.EqualTo(exposure));
    }

    [Test]
    public void FewerNamesOnOneSide_LeaveCashOnThatSide()
    {
        var targets = new PortfolioTargets();
        new RuleSession(new DailyTopK { TopK = 4, LongShort = true }, costBps: 5).Decide(
            new SampleDay { Weights = new double[5], Ranking = [0, 1, 2, 3, 4] }.ToDay(), targets);

        Assert.That((targets.LongExposure, targets.ShortExposure), Is.EqualTo((0.5, 0.125)));
    }

    [Test]
    public void AFallback_WithFewerNamesThanTheRuleSpreadsOver_LeavesCash()
    {
        var targets = new PortfolioTargets();
        new RuleSession(new RankBuffer { MinPositions = 4 }, costBps: 5).Decide(
            new SampleDay { Weights = [0, 0], States = "tt", Ranking = [0, 1] }.ToDay(), targets);

        Assert.That(targets.LongExposure, Is.EqualTo(0.5));
    }

    /// <summary>Buys the first name of the ranking, shorts the second on a rebuilt day, and falls back below five names.</summary>
    private sealed class Stub : IPortfolioRule
    {
        public string Name => "stub";

        public Parameters Parameters => Parameters.None;

        public string? Fallback(int scored, double costBps) => scored < 5 ? $"{scored} names at {costBps} bp" : null;

        public int Positions(int scored) => 1;

        public void Decide(scoped in PortfolioDay day, PortfolioTargets targets)
        {
            targets.Buy(day.Ranking[0]);
            if (day.IsRebuilt)
                targets.SellShort(day.Ranking[1]);
        }
    }
}
