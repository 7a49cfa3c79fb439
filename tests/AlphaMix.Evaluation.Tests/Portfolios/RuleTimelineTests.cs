using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

/// <summary>Dated pools trade each by its own rule, and nothing is rebuilt because a pool changes.</summary>
public class RuleTimelineTests
{
    private const int Change = 40;

    private static readonly RankBuffer Buffer = new() { ScoreDays = 2, MinPositions = 3, MinUniverse = 2 };

    private static readonly (string Name, RankBuffer First, RankBuffer Second)[] Pairs =
    [
        ("more names", Buffer, Buffer with { MinPositions = 6 }),
        ("fewer names", Buffer with { MinPositions = 6 }, Buffer),
        ("limited turnover", Buffer with { MinPositions = 6 }, Buffer with { MaxTurnover = 0.1 }),
        ("dear from the change", Buffer, Buffer with { ExpectedTurnover = 1 }),
        ("dear before the change", Buffer with { ExpectedTurnover = 1 }, Buffer),
        ("few names from the change", Buffer, Buffer with { MinUniverse = 13 })
    ];

    [Test]
    public void At_IsTheLastRuleThatHasBegun_AndTheFirstBeforeAll()
    {
        var rules = Timeline(new DailyTopK { TopK = 2 }, new DailyTopK { TopK = 4 });

        int[] held = [.. new[] { -5, 0, Change - 1, Change, Change + 500 }.Select(day => ((DailyTopK)rules.At(SmallMarket.Day(day))).TopK)];

        Assert.That(held, Is.EqualTo(new[] { 2, 2, 2, 4, 4 }));
        Assert.That(rules.First, Is.EqualTo(new DailyTopK { TopK = 2 }));
    }

    [Test]
    public void Entries_OfEqualRulesInARow_AreOne() =>
        Assert.That(Timeline(Buffer, Buffer with { }).Entries, Is.EqualTo(new[] { KeyValuePair.Create(SmallMarket.Day(0), (IPortfolioRule)Buffer) }));

    [Test]
    public void DailyRule_HoldsEachPoolsK()
    {
        var simulator = new Simulator(SmallMarket.Random(90, 14, seed: 41), new EvaluationSpan(4, 85), FillRule.Close);
        var scores = SmallMarket.RandomScores(simulator.Grid, seed: 42);
        var (few, many) = (new DailyTopK { TopK = 2 }, new DailyTopK { TopK = 5 });

        var result = simulator.Run(scores, Timeline(few, many), ProportionalCosts.None);

        // Names and weights are set anew every day, so that before costs the past does not matter.
        var (before, after) = (simulator.Run(scores, few, ProportionalCosts.None), simulator.Run(scores, many, ProportionalCosts.None));
        Assert.That(result.GrossReturns.Take(Change - 4), Is.EqualTo(before.GrossReturns.Take(Change - 4)));
        Assert.That(result.GrossReturns.Skip(Change - 4), Is.EqualTo(after.GrossReturns.Skip(Change - 4)).Within(1e-12));
        Assert.That(result.Holdings.Select(day => day.Length).Distinct(), Is.EqualTo(new[] { 2, 5 }));
    }

    [Test]
    public void RankBuffer_IsThePlainDefinition_WithTheDaysRule(
        [ValueSource(nameof(PairNames))] string name, [Values] FillRule fill, [Values(0, 0.12)] double gaps)
    {
        var (_, first, second) = Pairs.Single(pair => pair.Name == name);
        var grid = SmallMarket.Random(90, 14, seed: 41, gaps);
        var scores = SmallMarket.RandomScores(grid, seed: 42, silent: 0.05);
        var span = new EvaluationSpan(4, 85);

        var result = Simulator.Run(grid, scores, span, Timeline(first, second), SmallMarket.Terms(20, fill));

        var expected = new RankBufferOracle(grid, scores, day => day < Change ? first : second, fill, 20).Run(span).ToArray();
        var ofFirst = Simulator.Run(grid, scores, span, first, SmallMarket.Terms(20, fill));
        Assert.That(result.NetReturns, Is.EqualTo(expected.Select(day => day.Net)).Within(1e-12));
        Assert.That(result.Traded, Is.EqualTo(expected.Select(day => day.Traded)).Within(1e-12));
        Assert.That(result.NetReturns.Take(Change - 4), Is.EqualTo(ofFirst.NetReturns.Take(Change - 4)), "a later pool does not reach back");
        Assert.That(result.NetReturns, Is.Not.EqualTo(ofFirst.NetReturns));
    }

    [Test]
    public void RankBuffer_AtAChangeOfPools_HoldsOnToWhatTheNextRuleKeeps()
    {
        var grid = SmallMarket.Random(90, 14, seed: 41);
        var scores = SmallMarket.RandomScores(grid, seed: 42);

        var result = Simulator.Run(grid, scores, new EvaluationSpan(4, 85), Timeline(Buffer, Buffer with { MinPositions = 7 }), SmallMarket.Terms(20));

        // All 14 names rank within 2k, so that none exits, and the four that could enter find no free cash.
        Assert.That(result.Turnover[Change - 4], Is.Zero);
        Assert.That(result.Holdings[Change - 4].Count(holding => holding.PortfolioWeight > 0), Is.EqualTo(3));
    }

    [Test]
    public void PermutedPortfolios_FollowTheTimeline()
    {
        var simulator = new Simulator(SmallMarket.Random(90, 14, seed: 41), new EvaluationSpan(4, 85), FillRule.Close);
        var (costs, rules) = (new ProportionalCosts { Bps = 20 }, Timeline(Buffer, Buffer with { ExpectedTurnover = 1 }));
        var scores = SmallMarket.RandomScores(simulator.Grid, seed: 42);
        PortfolioSet Permute(RuleTimeline by) =>
            PermutedPortfolios.Run(simulator, simulator.Rank(scores, by), costs, seed: 1, count: 10, threads: 1).Net;

        var (both, first) = (Permute(rules), Permute(new RuleTimeline(Buffer)));

        for (var p = 0; p < 10; p++)
        {
            var (own, other) = (both.Returns(p).ToArray(), first.Returns(p).ToArray());
            Assert.That(own.Take(Change - 4), Is.EqualTo(other.Take(Change - 4)));
            Assert.That(own.Skip(Change - 4), Is.Not.EqualTo(other.Skip(Change - 4)));
        }
    }

    [Test]
    public void RandomPortfolios_HoldTheDaysK()
    {
        var simulator = new Simulator(SmallMarket.Random(90, 14, seed: 41), new EvaluationSpan(4, 85), FillRule.Close);

        var set = RandomPortfolios.Run(simulator, day => day < SmallMarket.Day(Change) ? 2 : 14, seed: 1, count: 5, threads: 1);

        var all = simulator.RunEqualWeight(ProportionalCosts.None).GrossReturns;
        for (var p = 0; p < 5; p++)
        {
            Assert.That(set.Returns(p).ToArray().Skip(Change - 4), Is.EqualTo(all.Skip(Change - 4)).Within(1e-12));
            Assert.That(set.Returns(p)[0], Is.Not.EqualTo(all[0]).Within(1e-6));
        }
    }

    private static RuleTimeline Timeline(IPortfolioRule first, IPortfolioRule second) =>
        new([new(SmallMarket.Day(0), first), new(SmallMarket.Day(Change), second)]);

    private static IEnumerable<string> PairNames() => Pairs.Select(pair => pair.Name);
}
