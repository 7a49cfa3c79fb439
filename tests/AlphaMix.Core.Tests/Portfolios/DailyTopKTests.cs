using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public sealed class DailyTopKTests
{
    [Test]
    public void TheFirstK_AreBoughtAnew_WhateverIsHeld()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Decide(new() { TopK = 2 }, new() { Weights = [0, 0, 0, 0, 0] }), Is.EqualTo("BB..."));
            Assert.That(Decide(new() { TopK = 2 }, new() { Weights = [0, 0.4, 0, 0.6, 0] }), Is.EqualTo("BB..."), "a name held is resized");
            Assert.That(Decide(new() { TopK = 2 }, new() { Weights = [0, 0, 0, 0, 0], Ranking = [3, 1, 0, 2, 4] }), Is.EqualTo(".B.B."));
        });
    }

    [Test]
    public void FewerScoredNamesThanK_AreAllBought() =>
        Assert.That(Decide(new() { TopK = 4 }, new() { Weights = [0, 0, 0, 0], Ranking = [2, 0] }), Is.EqualTo("B.B."));

    [Test]
    public void WithABuffer_AHeldNameStaysUntilItsRankLeavesTwoK()
    {
        var rule = new DailyTopK { TopK = 2, Buffer = true };

        Assert.Multiple(() =>
        {
            Assert.That(Decide(rule, new() { Weights = [0, 0, 0, 0.5, 0, 0] }), Is.EqualTo("B..B.."), "rank 4 of 2k = 4");
            Assert.That(Decide(rule, new() { Weights = [0, 0, 0, 0, 0.5, 0] }), Is.EqualTo("BB...."), "rank 5");
            Assert.That(Decide(rule, new() { Weights = [0.5, 0, 0, 0, 0, 0] }), Is.EqualTo("BB...."), "a held name is bought once");
            Assert.That(Decide(rule, new() { Weights = [0.2, 0.2, 0.2, 0.4, 0, 0] }), Is.EqualTo("BB...."), "the best k of those that may stay");
        });
    }

    [Test]
    public void AHaltedName_KeepsItsPlace()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Decide(new() { TopK = 2 }, new() { Weights = [0, 0, 0, 0.5], States = "ttth" }), Is.EqualTo("B..."));
            Assert.That(Decide(new() { TopK = 1 }, new() { Weights = [0, 0, 0.5, 0.5], States = "tthh" }), Is.EqualTo("...."), "more names than places");
            Assert.That(Decide(new() { TopK = 2 }, new() { Weights = [0, 0, 0, 0.5], States = "tttd" }), Is.EqualTo("BB.."), "a delisted name has none");
        });
    }

    [Test]
    public void LongShort_HoldsHalfAnExposureASide_AndShortsTheLastK()
    {
        var rule = new DailyTopK { TopK = 2, LongShort = true };
        var targets = new PortfolioTargets();

        rule.Decide(new SampleDay { Weights = [0, 0, 0, 0, 0, 0] }.ToDay(), targets);

        Assert.Multiple(() =>
        {
            Assert.That(targets.LongExposure, Is.EqualTo(0.5));
            Assert.That(targets.ShortExposure, Is.EqualTo(0.5));
            Assert.That(Decide(rule, new() { Weights = [0, 0, 0, 0, 0, 0] }), Is.EqualTo("BB..SS"));
            Assert.That(Decide(rule, new() { Weights = [0, 0, 0] }), Is.EqualTo("BBS"), "the long side comes first");
            Assert.That(Decide(rule, new() { Weights = [0, 0, 0, 0, 0, -0.5], States = "ttttth" }), Is.EqualTo("BB..S."), "a halted short keeps a place of its side");
        });
    }

    [Test]
    public void Positions_AreKOrAllThatAreScored()
    {
        var rule = new DailyTopK { TopK = 4 };

        Assert.That((rule.Positions(3), rule.Positions(4), rule.Positions(100)), Is.EqualTo((3, 4, 4)));
    }

    [Test]
    public void Create_FromItsParameters_GivesAnEqualRule()
    {
        var rule = new DailyTopK { TopK = 7, Buffer = true, LongShort = true };

        Assert.Multiple(() =>
        {
            Assert.That(DailyTopK.Create(rule.Parameters), Is.EqualTo(rule));
            Assert.That(DailyTopK.Create(Parameters.None), Is.EqualTo(new DailyTopK()));
            Assert.That(
                () => DailyTopK.Create(Parameters.None.With("topK", 0)), Throws.ArgumentException.With.Message.Contains("topK must be at least 1, found 0"));
            Assert.That(() => DailyTopK.Create(Parameters.None.With("k", 3)), Throws.ArgumentException.With.Message.Contains("'k'"));
        });
    }

    [Test]
    public void TheRule_RanksByTheDaysOwnScores_AndNeverFallsBack()
    {
        IPortfolioRule rule = new DailyTopK();

        Assert.That((rule.ScoreDays, rule.Fallback(0, 1000)), Is.EqualTo((1, (string?)null)));
    }

    private static string Decide(DailyTopK rule, SampleDay day) => day.Decide(rule);
}
