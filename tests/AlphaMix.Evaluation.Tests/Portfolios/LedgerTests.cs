using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

/// <summary>The book behind every simulated portfolio, checked against an account in money and units, and by hand.</summary>
public class LedgerTests
{
    private const double Exact = 1e-12;

    private static readonly (string Name, Func<IPortfolioRule> Create)[] Rules =
    [
        ("daily", () => new DailyTopK()),
        ("daily, buffer", () => new DailyTopK { Buffer = true }),
        ("daily, long-short", () => new DailyTopK { TopK = 3, LongShort = true, Buffer = true }),
        ("rank buffer", () => new RankBuffer { ScoreDays = 3, MinPositions = 3, MinUniverse = 2 }),
        ("rank buffer, limited turnover", () => new RankBuffer { ScoreDays = 1, MaxTurnover = 0.3, MinUniverse = 2 }),
        ("rank buffer, long-short", () => new RankBuffer { ScoreDays = 2, LongShort = true, MinUniverse = 2 }),
        ("rank buffer, fallback", () => new RankBuffer { ScoreDays = 1, MinUniverse = 9 }),
        ("1/N", () => new EqualWeight()),
        ("arbitrary", Arbitrary)
    ];

    [Test]
    public void Step_ConservesValue([ValueSource(nameof(RuleNames))] string name, [Values] FillRule fill)
    {
        // A fifth of the bars is missing; the last third of some names too, so that they are delisted.
        var grid = WithDelistings(SmallMarket.Random(120, 14, seed: 21, gaps: 0.2));
        var span = new EvaluationSpan(5, 114);
        var rule = Rules.Single(rule => rule.Name == name).Create();

        var simulation = Simulator.Run(grid, SmallMarket.RandomScores(grid, seed: 22, silent: 0.1), span, rule, SmallMarket.Terms(20, fill));

        var account = new AccountOracle(grid, span, fill);
        account.Follow(simulation);
        Assert.Multiple(() =>
        {
            Assert.That(simulation.GrossReturns, Is.EqualTo(account.Days.Select(day => day.Return)).Within(Exact), "value is cash and units times prices");
            Assert.That(simulation.Traded, Is.EqualTo(account.Days.Select(day => day.Bought + day.Sold)).Within(Exact));
            Assert.That(simulation.Turnover, Is.EqualTo(account.Days.Select(day => Math.Max(day.Bought, day.Sold))).Within(Exact));
            Assert.That(simulation.Costs, Is.EqualTo(account.Days.Select(day => 0.0020 * (day.Bought + day.Sold))).Within(Exact));
            Assert.That(account.Days.Select(day => day.TradedWithoutABar), Is.All.EqualTo(0).Within(Exact), "what is kept without a bar is not traded");
            Assert.That(simulation.Traded.Skip(1).Sum(), Is.GreaterThan(1), "or there is nothing to compare");
            for (var d = 0; d < span.Count; d++)
                Assert.That(simulation.NetReturns[d], Is.EqualTo((1 - simulation.Costs[d]) * (1 + simulation.GrossReturns[d]) - 1).Within(Exact));
        });
    }

    [Test]
    public void Step_UnequalShares_AHold_AndCash_AreFilledInProportion()
    {
        // Day 0: shares 3, 1 and 1 in cash are 60 %, 20 % and 20 %. A gains 50 %, so the value is 1.3 and A 0.9 of it.
        // Day 1: A is left alone; its 0.9 leave 0.4 of 1.3, in shares B 1, C 2, cash 1: 0.1, 0.2 and 0.1. C gains 30 %.
        var grid = SmallMarket.Grid([[100, 100, 100], [150, 100, 100], [150, 100, 130]]);
        var rule = ArbitraryRule.Script(
            targets =>
            {
                targets.Buy(0, 3);
                targets.Buy(1);
                targets.CashShare = 1;
            },
            targets =>
            {
                targets.Buy(2, 2);
                targets.Hold(0);
                targets.Buy(1, 1);
                targets.CashShare = 1;
            });

        var result = Simulator.Run(grid, new ScoreSheet(grid), SmallMarket.All(grid), rule, SmallMarket.Terms(10));

        Assert.Multiple(() =>
        {
            Assert.That(Weights(result, 0), Is.EqualTo(new[] { (0, 0.6), (1, 0.2) }).Using<(int, double)>(Near));
            Assert.That(Weights(result, 1), Is.EqualTo(new[] { (2, 0.2 / 1.3), (0, 0.9 / 1.3), (1, 0.1 / 1.3) }).Using<(int, double)>(Near), "as the rule named them");
            Assert.That(result.GrossReturns, Is.EqualTo(new[] { 0.3, 0.3 * 0.2 / 1.3 }).Within(Exact));
            Assert.That(result.Turnover, Is.EqualTo(new[] { 0.8, 0.2 / 1.3 }).Within(Exact), "C is bought for more than is sold of B");
            Assert.That(result.Traded, Is.EqualTo(new[] { 0.8, 0.3 / 1.3 }).Within(Exact));
            Assert.That(result.Costs, Is.EqualTo(new[] { 0.0008, 0.0003 / 1.3 }).Within(Exact));
        });
    }

    [Test]
    public void Step_ShortShares_DivideTheShortExposure_AndHeldShortsCountAgainstIt()
    {
        // Day 0: 60 % in A, 30 % and 10 % short in B and C. B falls by 10 %: the value is 1.03, B -0.27 of it.
        // Day 1: B is left alone, so 0.4 - 0.27 / 1.03 are for C and D, in shares 1 and 3; A is resized to 60 %.
        var grid = SmallMarket.Grid([[100, 100, 100, 100], [100, 90, 100, 100], [100, 90, 100, 120]]);
        var rule = ArbitraryRule.Script(
            targets =>
            {
                (targets.LongExposure, targets.ShortExposure) = (0.6, 0.4);
                targets.Buy(0);
                targets.SellShort(1, 3);
                targets.SellShort(2);
            },
            targets =>
            {
                (targets.LongExposure, targets.ShortExposure) = (0.6, 0.4);
                targets.Buy(0);
                targets.Hold(1);
                targets.SellShort(2);
                targets.SellShort(3, 3);
            });

        var result = Simulator.Run(grid, new ScoreSheet(grid), SmallMarket.All(grid), rule, new TradingTerms());

        var unit = (0.4 - 0.27 / 1.03) / 4;
        Assert.Multiple(() =>
        {
            Assert.That(Weights(result, 0), Is.EqualTo(new[] { (0, 0.6), (1, -0.3), (2, -0.1) }).Using<(int, double)>(Near));
            Assert.That(Weights(result, 1), Is.EqualTo(new[] { (0, 0.6), (1, -0.27 / 1.03), (2, -unit), (3, -3 * unit) }).Using<(int, double)>(Near));
            Assert.That(result.GrossReturns, Is.EqualTo(new[] { 0.03, -3 * unit * 0.2 }).Within(Exact));
            Assert.That(result.Turnover[0], Is.EqualTo(0.6).Within(Exact), "0.6 bought, 0.4 sold");
        });
    }

    [Test]
    public void Step_ANameThatIsNotMentioned_IsSold_AndBoughtBackWhenShort()
    {
        var grid = SmallMarket.Grid([[100, 100], [100, 100], [100, 100]]);
        var rule = ArbitraryRule.Script(
            targets =>
            {
                (targets.LongExposure, targets.ShortExposure) = (0.5, 0.5);
                targets.Buy(0);
                targets.SellShort(1);
            },
            _ => { });

        var result = Simulator.Run(grid, new ScoreSheet(grid), SmallMarket.All(grid), rule, new TradingTerms());

        Assert.That(result.Holdings[1], Is.Empty);
        Assert.That((result.Turnover[1], result.Traded[1]), Is.EqualTo((0.5, 1.0)));
    }

    [Test]
    public void Step_HoldsBeyondTheExposure_LeaveNothingToBuy_AndAreNotCut()
    {
        var grid = SmallMarket.Grid([[100, 100], [100, 100], [100, 100]]);
        var rule = ArbitraryRule.Script(
            targets => targets.Buy(0),
            targets =>
            {
                targets.LongExposure = 0.5;
                targets.Hold(0);
                targets.Buy(1);
            });

        var result = Simulator.Run(grid, new ScoreSheet(grid), SmallMarket.All(grid), rule, new TradingTerms());

        Assert.That(Weights(result, 1), Is.EqualTo(new[] { (0, 1.0), (1, 0.0) }));
        Assert.That(result.Traded[1], Is.Zero);
    }

    [Test]
    public void Step_NamesThatHaltBetweenDecisionAndFill_StayAsTheyAre_AndNewOnesLapse()
    {
        // Decided on day 0, filled at the open of day 1: A and B half each. Decided on day 1, filled on day 2, on which A and C have no bar:
        // A's sale waits, C's order lapses. A has 50 % of the portfolio, so 50 % are for C, D and B, in equal shares; C's third stays in cash.
        var grid = SmallMarket.Grid(
            [[100, 100, 100, 100], [100, 100, 100, 100], [0, 100, 0, 100], [80, 100, 150, 100], [80, 100, 150, 100]]);
        var rule = ArbitraryRule.Script(
            targets => Buy(targets, 0, 1), targets => Buy(targets, 2, 3, 1), targets => Buy(targets, 3));

        var result = Simulator.Run(grid, new ScoreSheet(grid), new EvaluationSpan(0, 3), rule, SmallMarket.Terms(10, FillRule.NextOpen));

        Assert.Multiple(() =>
        {
            Assert.That(Weights(result, 1), Is.EqualTo(new[] { (0, 0.5), (2, 0.0), (3, 0.5 / 3), (1, 0.5 / 3) }).Using<(int, double)>(Near));
            Assert.That(result.Holdings[1].Select(holding => holding.Rank), Is.EqualTo(new[] { 0, 1, 1, 1 }), "A is held only because it could not be sold");
            Assert.That(result.Turnover[1], Is.EqualTo(0.5 - 0.5 / 3).Within(Exact), "sold of B; D is bought for half of that");
            Assert.That(result.Traded[1], Is.EqualTo(0.5).Within(Exact));
            Assert.That(result.GrossReturns[1], Is.EqualTo(-0.1).Within(Exact), "A reopens 20 % lower; C's gain is missed");
            Assert.That(Weights(result, 2), Is.EqualTo(new[] { (3, 1.0) }).Using<(int, double)>(Near), "A is sold at its next bar");
            Assert.That(result.Costs[2], Is.EqualTo(0.001 * result.Traded[2]).Within(Exact));
        });
    }

    [Test]
    public void Step_AHeldNameThatHaltsAtTheFill_IsNotResized_AndItsShareGoesToTheOthers()
    {
        // A has doubled to two thirds when it is to be cut to a half; it has no bar at the fill, so B keeps its third.
        var grid = SmallMarket.Grid([[100, 100], [100, 100], [200, 100], [0, 100], [200, 100]], open: [[100, 100], [100, 100], [200, 100], [0, 100], [200, 100]]);
        var rule = ArbitraryRule.Script(targets => Buy(targets, 0, 1), targets => Buy(targets, 0, 1), targets => Buy(targets, 0, 1));

        var result = Simulator.Run(grid, new ScoreSheet(grid), new EvaluationSpan(0, 3), rule, SmallMarket.Terms(fill: FillRule.NextOpen));

        Assert.Multiple(() =>
        {
            Assert.That(result.GrossReturns[0], Is.EqualTo(0.5).Within(Exact));
            Assert.That(Weights(result, 1), Is.EqualTo(new[] { (0, 0.5), (1, 0.5) }).Using<(int, double)>(Near), "cut back while it trades");
            Assert.That(Weights(result, 2), Is.EqualTo(new[] { (0, 0.5), (1, 0.5) }).Using<(int, double)>(Near));
            Assert.That(result.Traded[2], Is.Zero.Within(Exact));
        });
    }

    [Test]
    public void Step_ANameThatIsDelistedBetweenDecisionAndFill_IsSoldAtItsLastClose_HeldOrBought()
    {
        // A's last bar is that of day 1: the decision of that day fills on day 2. Its share of the order stays in cash.
        var grid = SmallMarket.Grid(
            close: [[100, 100], [70, 100], [0, 100], [0, 100]], open: [[100, 100], [100, 100], [0, 100], [0, 120]]);
        foreach (var isHold in new[] { false, true })
        {
            var rule = ArbitraryRule.Script(
                targets => Buy(targets, 0, 1),
                targets =>
                {
                    if (isHold)
                        targets.Hold(0);
                    else
                        targets.Buy(0);
                    targets.Buy(1);
                });

            var result = Simulator.Run(grid, new ScoreSheet(grid), new EvaluationSpan(0, 2), rule, SmallMarket.Terms(fill: FillRule.NextOpen));

            var (a, b) = (0.35 / 0.85, 0.5 / 0.85);
            var target = isHold ? 1 : 0.5;
            Assert.Multiple(() =>
            {
                Assert.That(result.GrossReturns[0], Is.EqualTo(-0.15).Within(Exact), "down to the last close");
                Assert.That(result.Holdings[1].Single(holding => holding.Instrument == 1).PortfolioWeight, Is.EqualTo(target).Within(Exact));
                Assert.That(result.Traded[1], Is.EqualTo(a + Math.Abs(target - b)).Within(Exact));
                Assert.That(result.GrossReturns[1], Is.EqualTo(0.2 * target).Within(Exact));
            });
        }
    }

    [Test]
    public void Step_ANameMentionedTwice_Throws()
    {
        var grid = SmallMarket.Grid([[100, 100], [100, 100]]);
        var rule = ArbitraryRule.Script(targets =>
        {
            targets.Buy(1);
            targets.SellShort(1);
        });

        Assert.That(
            () => Simulator.Run(grid, new ScoreSheet(grid), SmallMarket.All(grid), rule, new TradingTerms()),
            Throws.InvalidOperationException.With.Message.Contains("B").And.Message.Contains("twice"));
    }

    private static IEnumerable<string> RuleNames() => Rules.Select(rule => rule.Name);

    private static void Buy(PortfolioTargets targets, params int[] names)
    {
        foreach (var name in names)
            targets.Buy(name);
    }

    /// <summary>Buys, sells short, holds and drops names by chance, in unequal shares, with exposures and cash of a day's own.</summary>
    private static ArbitraryRule Arbitrary()
    {
        var random = new KeyedRandom(23, RandomPurpose.Market);
        return new ArbitraryRule((scoped in PortfolioDay day, PortfolioTargets targets) =>
        {
            (targets.LongExposure, targets.ShortExposure) = (0.5 + 0.5 * random.NextDouble(), 0.5 * random.NextDouble());
            targets.CashShare = random.NextDouble();
            for (var name = 0; name < day.States.Length; name++)
            {
                var (kind, share) = (random.NextInt(5), 0.1 + random.NextDouble());
                if (kind == 0)
                    targets.Buy(name, share);
                else if (kind == 1)
                    targets.SellShort(name, share);
                else if (kind == 2)
                    targets.Hold(name);
            }
        });
    }

    private static MarketGrid WithDelistings(MarketGrid grid)
    {
        var (close, open) = (grid.Close.ToArray(), grid.Open.ToArray());
        for (var cell = 80 * grid.InstrumentCount; cell < close.Length; cell++)
        {
            if (cell % grid.InstrumentCount < 4)
                close[cell] = open[cell] = double.NaN;
        }

        return MarketGrid.FromArrays([.. grid.Instruments], [.. grid.Days], close, open);
    }

    private static (int Instrument, double Weight)[] Weights(SimulationResult result, int day) =>
        [.. result.Holdings[day].Select(holding => (holding.Instrument, holding.PortfolioWeight))];

    private static bool Near((int Name, double Weight) one, (int Name, double Weight) other) =>
        one.Name == other.Name && Math.Abs(one.Weight - other.Weight) < Exact;
}
