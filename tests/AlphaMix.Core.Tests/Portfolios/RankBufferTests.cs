using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public sealed class RankBufferTests
{
    private static readonly RankBuffer TwoOfEight = new() { MinPositions = 2 };

    [Test]
    public void FromCash_KNamesEnterFromTheTop() =>
        Assert.That(new SampleDay { Weights = new double[8], Ranking = [7, 5, 0, 1, 2, 3, 4, 6] }.Decide(TwoOfEight), Is.EqualTo(".....B.B"));

    [Test]
    public void AHeldName_StaysUntilItsRankLeavesTheFirstTwoK()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new SampleDay { Weights = [0, 0, 0.5, 0.5, 0, 0, 0, 0] }.Decide(TwoOfEight), Is.EqualTo("..HH...."), "rank 4 of 2k = 4");
            Assert.That(new SampleDay { Weights = [0, 0, 0.5, 0, 0.5, 0, 0, 0] }.Decide(TwoOfEight), Is.EqualTo("B.H....."), "rank 5");
        });
    }

    [Test]
    public void NamesInTheBufferBeyondK_StayAndNothingElseIsTraded() =>
        Assert.That(new SampleDay { Weights = [0, 0.3, 0.3, 0.4, 0, 0, 0, 0] }.Decide(TwoOfEight), Is.EqualTo(".HHH...."));

    [Test]
    public void AHeldNameWithoutABar_KeepsItsPlaceAndIsNotTraded()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new SampleDay { Weights = [0, 0, 0, 0, 0, 0, 0, 0.5], States = "ttttttth" }.Decide(TwoOfEight), Is.EqualTo("B......H"));
            Assert.That(
                new SampleDay { Weights = [0, 0, 0, 0, 0, 0, 0.5, 0.5], States = "tttttthh" }.Decide(TwoOfEight), Is.EqualTo("......HH"), "no place is free");
        });
    }

    [Test]
    public void AHeldNameWithABarAndNoScore_IsSold() =>
        Assert.That(new SampleDay { Weights = [0.5, 0, 0, 0, 0, 0, 0, 0.5], Ranking = [0, 1, 2, 3, 4, 5, 6] }.Decide(TwoOfEight), Is.EqualTo("HB......"));

    [Test]
    public void MaxTurnover_LimitsWhatExitsFree_AndOneNameMayAlwaysExit()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                new SampleDay { Weights = [0, 0, 0, 0, 0, 0, 0.5, 0.5] }.Decide(TwoOfEight with { MaxTurnover = 0.1 }), Is.EqualTo("B.....H."), "the farthest exits");
            Assert.That(new SampleDay { Weights = [0, 0, 0, 0, 0, 0, 0.1, 0.1] }.Decide(TwoOfEight with { MaxTurnover = 0.2 }), Is.EqualTo("BB......"));
        });
    }

    [Test]
    public void LongShort_SellsAsManyOfTheLowestShort_HalfThePortfolioASide()
    {
        var rule = new RankBuffer { MinPositions = 2, LongShort = true };
        var targets = new PortfolioTargets();

        rule.Decide(new SampleDay { Weights = new double[8] }.ToDay(), targets);

        Assert.Multiple(() =>
        {
            Assert.That((targets.LongExposure, targets.ShortExposure), Is.EqualTo((0.5, 0.5)));
            Assert.That(new SampleDay { Weights = new double[8] }.Decide(rule), Is.EqualTo("BB....SS"));
            Assert.That(
                new SampleDay { Weights = [0, 0, 0.25, 0.25, -0.25, -0.25, 0, 0] }.Decide(rule), Is.EqualTo("..HHHH.."), "the buffer has both sides");
        });
    }

    [Test]
    public void ARebuiltPortfolio_IsTheFirstK_WhateverIsHeld()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new SampleDay { Weights = [0, 0, 0.5, 0.5, 0, 0, 0, 0], IsRebuilt = true }.Decide(TwoOfEight), Is.EqualTo("BB......"));
            Assert.That(
                new SampleDay { Weights = [0, 0, 0, 0, 0, 0, 0, 0.5], States = "ttttttth", IsRebuilt = true }.Decide(TwoOfEight),
                Is.EqualTo("BB.....H"),
                "a halted name cannot be sold");
        });
    }

    [TestCase(12, 4)]
    [TestCase(40, 10)]
    [TestCase(83, 20)]
    [TestCase(3, 3)]
    public void Positions_AreAQuarter_AtLeastFour_AtMostAll(int scored, int positions) =>
        Assert.That(new RankBuffer().Positions(scored), Is.EqualTo(positions));

    [TestCase(5, 2)]
    [TestCase(6, 3)]
    [TestCase(100, 25)]
    public void Positions_WithAShortSide_AreAtMostHalf(int scored, int positions) =>
        Assert.That(new RankBuffer { LongShort = true }.Positions(scored), Is.EqualTo(positions));

    [Test]
    public void Positions_OfAFractionThatIsNoBinaryNumber_AreNotOneShort() =>
        Assert.That(new RankBuffer { HoldFraction = 1.0 / 3 }.Positions(93), Is.EqualTo(31));

    [Test]
    public void Fallback_IsForFewNames_AndForHighCosts_AndSaysWhy()
    {
        var rule = new RankBuffer { ExpectedTurnover = 0.08 };

        Assert.Multiple(() =>
        {
            Assert.That(rule.Fallback(39, 0), Does.Contain("39").And.Contain("40"));
            Assert.That(rule.Fallback(40, 10), Is.Null, "4 % a year");
            Assert.That(rule.Fallback(40, 15), Does.Contain("6.0 % a year").And.Contain("15 bp").And.Contain("5.0 %"));
        });
    }

    [Test]
    public void ExpectedYearlyCost_IsThatOfBuyingAndSellingTheExpectedTurnoverEveryTradingDay() =>
        Assert.That(new RankBuffer { ExpectedTurnover = 0.08 }.ExpectedYearlyCost(10), Is.EqualTo(252 * 2 * 0.08 * 0.001).Within(1e-15));

    [Test]
    public void Create_FromItsParameters_GivesAnEqualRule()
    {
        var rule = new RankBuffer
        {
            ScoreDays = 7,
            MinPositions = 5,
            HoldFraction = 0.3,
            MaxTurnover = 0.2,
            LongShort = true,
            MinUniverse = 50,
            MaxYearlyCost = 0.03,
            ExpectedTurnover = 0.07
        };

        Assert.Multiple(() =>
        {
            Assert.That(RankBuffer.Create(rule.Parameters), Is.EqualTo(rule));
            Assert.That(RankBuffer.Create(Parameters.None), Is.EqualTo(new RankBuffer()));
            Assert.That(() => RankBuffer.Create(Parameters.None.With("fewestHeld", 3)), Throws.ArgumentException.With.Message.Contains("'fewestHeld'"));
        });
    }

    [Test]
    public void Create_OfParametersOutOfRange_NamesAllOfThem()
    {
        var wrong = Parameters.None.With("scoreDays", 0).With("minPositions", 0).With("holdFraction", 0).With("maxTurnover", 1.1)
            .With("minUniverse", 1).With("maxYearlyCost", 0).With("expectedTurnover", -0.1);

        Assert.That(() => RankBuffer.Create(wrong), Throws.ArgumentException.With.Message.Contains(
            "scoreDays must be in [1, 250], found 0; minPositions must be at least 1, found 0; holdFraction must lie in (0, 1], found 0; "
            + "maxTurnover must lie in (0, 1], found 1.1; minUniverse must be at least 2, found 1; maxYearlyCost must be positive and finite, found 0; "
            + "expectedTurnover must be finite and not negative, found -0.1."));
    }

    [TestCase("scoreDays", 251)]
    [TestCase("holdFraction", 1.1)]
    [TestCase("maxTurnover", 0)]
    public void Create_OfAParameterJustOutOfRange_NamesIt(string name, double value) =>
        Assert.That(() => RankBuffer.Create(Parameters.None.With(name, value)), Throws.ArgumentException.With.Message.Contains(name));

    /// <summary>The whole decision against a plain one made of lists, for many days of random rankings, halts, holdings and limits.</summary>
    [TestCase(1, false)]
    [TestCase(2, true)]
    public void Decide_EqualsAPlainDecision(int seed, bool longShort)
    {
        var random = new Random(seed);
        for (var day = 0; day < 500; day++)
        {
            var names = random.Next(4, 14);
            var weights = new double[names];
            var states = new char[names];
            for (var name = 0; name < names; name++)
            {
                weights[name] = random.Next(3) == 0 ? (longShort && random.Next(2) == 0 ? -1 : 1) * (0.05 + 0.01 * random.Next(20)) : 0;
                states[name] = "tttth"[random.Next(5)];
            }

            int[] ranking = [.. Enumerable.Range(0, names).Where(name => states[name] == 't').OrderBy(_ => random.Next())];
            var sample = new SampleDay { Weights = weights, States = new string(states), Ranking = ranking };
            var rule = new RankBuffer { MinPositions = random.Next(1, 4), MaxTurnover = random.Next(2) == 0 ? 1 : 0.2, LongShort = longShort };

            Assert.That(sample.Decide(rule), Is.EqualTo(Plain(rule, weights, new string(states), ranking)), $"day {day}");
        }
    }

    private static string Plain(RankBuffer rule, double[] weights, string states, int[] ranking)
    {
        var text = weights.Select((weight, name) => states[name] == 'h' && weight != 0 ? 'H' : '.').ToArray();
        var k = rule.Positions(ranking.Length);
        var budget = rule.MaxTurnover;
        foreach (var side in rule.LongShort ? new[] { 1, -1 } : [1])
        {
            var order = side > 0 ? ranking : [.. ranking.Reverse()];
            var held = order.Where(name => Math.Sign(weights[name]) == side).ToList();
            var exits = new List<int>();
            foreach (var name in Enumerable.Reverse(held).Where(name => Array.IndexOf(order, name) >= 2 * k))
            {
                if (exits.Count > 0 && Math.Abs(weights[name]) > budget)
                    continue;
                exits.Add(name);
                budget -= Math.Abs(weights[name]);
            }

            held.RemoveAll(exits.Contains);
            held.ForEach(name => text[name] = 'H');
            var stuck = side > 0 ? weights.Where((weight, name) => states[name] == 'h' && weight > 0).Count() : 0;
            var entrants = order.Where(name => weights[name] == 0 && text[name] == '.').Take(Math.Max(0, k - held.Count - stuck)).ToList();
            entrants.ForEach(name => text[name] = side > 0 ? 'B' : 'S');
        }

        // Without a short side, a short position that trades is left alone.
        foreach (var name in rule.LongShort ? [] : ranking.Where(name => weights[name] < 0))
            text[name] = 'H';
        return new string(text);
    }
}
