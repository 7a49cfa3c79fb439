using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Data.Market;
using Bar = AlphaMix.Core.Features.Bar;

namespace AlphaMix.Lean.Tests;

public class AlphaMixAlphaModelTests
{
    private static readonly DateTime Start = new(2020, 1, 2);
    private static readonly DateTime Evening = new(2020, 1, 2, 23, 0, 0);

    private readonly IReadOnlyList<BarSeries> _series = Replay.Market(6, haltProbability: 0);

    [Test]
    public void Update_TellsTheTopNames_OnceADay()
    {
        var pool = TestPool.For(_series, topK: 2);
        var replay = Tracking(pool);

        var insights = replay.Play(Start, Evening);

        var top = replay.Model.Scores!.Ranking.Take(2).ToArray();
        Assert.That(insights.Select(insight => insight.Symbol), Is.EqualTo(top.Select(score => score.Symbol)));
        Assert.Multiple(() =>
        {
            Assert.That(insights.Select(insight => insight.Confidence), Is.EqualTo(top.Select(score => (double?)score.ProbabilityUp)));
            Assert.That(insights.Select(insight => insight.Direction), Is.All.EqualTo(InsightDirection.Up));
            Assert.That(insights.Select(insight => insight.Weight), Is.All.EqualTo(0.5));
            Assert.That(insights.Select(insight => insight.Magnitude), Is.All.Null);
            Assert.That(insights.Select(insight => insight.SourceModel), Is.All.EqualTo(replay.Model.Name));
            Assert.That(insights[0].Tag, Is.EqualTo("router=V experts=8 rank=1"));
        });
    }

    [Test]
    public void Router_InAnotherCase_IsTheSame()
    {
        var pool = TestPool.For(_series);

        var model = new AlphaMixAlphaModel(pool, new AlphaMixAlphaModelOptions { Router = "v" });

        Assert.That(model.Name, Is.EqualTo(new AlphaMixAlphaModel(pool).Name));
    }

    [Test]
    public void Update_RanksByProbability()
    {
        var replay = Tracking(TestPool.For(_series));

        replay.Play(Start, Evening);

        var scores = replay.Model.Scores!;
        Assert.Multiple(() =>
        {
            Assert.That(scores.Day, Is.EqualTo(Start));
            Assert.That(scores.Router, Is.EqualTo(RouterNames.Average));
            Assert.That(scores.Ranking, Has.Count.EqualTo(6));
            Assert.That(scores.Ranking.Select(score => score.ProbabilityUp), Is.Ordered.Descending);
        });
    }

    [Test]
    public void Update_ReplacesTheInsightsOfTheDayBefore()
    {
        var replay = Tracking(TestPool.For(_series));
        var first = replay.Play(Start, Evening);

        var second = replay.Play(Evening, Evening.AddDays(1));

        var now = replay.World.Algorithm.UtcTime;
        Assert.Multiple(() =>
        {
            Assert.That(first.Select(insight => insight.IsExpired(now)), Is.All.True);
            Assert.That(second.Select(insight => insight.IsActive(now)), Is.All.True);
        });
    }

    [Test]
    public void Update_SplitsTheWeight_BetweenTheLegs()
    {
        var replay = Tracking(TestPool.For(_series, topK: 2), new AlphaMixAlphaModelOptions { ShortLeg = true });

        var insights = replay.Play(Start, Evening);

        var ranking = replay.Model.Scores!.Ranking;
        Assert.Multiple(() =>
        {
            Assert.That(insights.Select(insight => insight.Direction), Is.EqualTo(
                new[] { InsightDirection.Up, InsightDirection.Up, InsightDirection.Down, InsightDirection.Down }));
            Assert.That(insights[2].Symbol, Is.EqualTo(ranking[^1].Symbol));
            Assert.That(insights[2].Confidence, Is.EqualTo(1 - ranking[^1].ProbabilityUp));
            Assert.That(insights.Select(insight => insight.Weight), Is.All.EqualTo(0.25));
        });
    }

    [Test]
    public void Update_TellsWhatIsHeldWithinTheBuffer_First()
    {
        var other = Tracking(TestPool.For(_series, topK: 2));
        other.Play(Start, Evening);
        var third = other.Model.Scores!.Ranking[2].Symbol;
        var replay = Tracking(TestPool.For(_series, topK: 2), new AlphaMixAlphaModelOptions { HoldingBuffer = true });
        replay.World.SetPrice(replay[third.ID.Symbol], 10);
        replay[third.ID.Symbol].Holdings.SetHoldings(10, 100m);

        var insights = replay.Play(Start, Evening);

        Assert.Multiple(() =>
        {
            Assert.That(insights.Select(insight => insight.Symbol), Is.EqualTo(new[] { third, other.Model.Scores!.Ranking[0].Symbol }));
            Assert.That(insights.Select(insight => insight.Weight), Is.All.EqualTo(0.5));
        });
    }

    [Test]
    public void Update_SaysNothing_InWarmUp()
    {
        var replay = new Replay(_series, TestPool.For(_series), warmingUp: true);
        replay.Add(Start, [.. replay.Securities]);

        var insights = replay.Play(Start, Evening);

        Assert.Multiple(() =>
        {
            Assert.That(insights, Is.Empty);
            Assert.That(replay.Model.Scores, Is.Null);
        });
    }

    [Test]
    public void Update_SaysNothing_UntilTheWindowIsFull()
    {
        var pool = TestPool.For(_series);
        var shortened = _series.Select(each => each.Instrument == _series[0].Instrument ? Tail(each, pool.Manifest.Features.WarmUpBars - 2) : each).ToArray();
        var replay = new Replay(shortened, pool);
        replay.Add(Start, [.. replay.Securities]);

        replay.Play(Start, Evening);
        var first = replay.Model.Scores!.Ranking.Count;
        replay.Play(Evening, new DateTime(2020, 1, 3, 23, 0, 0));

        Assert.That((first, replay.Model.Scores!.Ranking.Count), Is.EqualTo((5, 6)));
    }

    [Test]
    public void Update_SaysNothing_OfASecurityWithoutABarThisDay()
    {
        var halted = _series.Select(each => each.Instrument == _series[0].Instrument ? Without(each, DateOnly.FromDateTime(Start)) : each).ToArray();
        var replay = new Replay(halted, TestPool.For(_series));
        replay.Add(Start, [.. replay.Securities]);

        replay.Play(Start, Evening);

        Assert.That(replay.Model.Scores!.Ranking.Select(score => score.Symbol.ID.Symbol), Does.Not.Contain(_series[0].Instrument));
    }

    [Test]
    public void Update_SkipsBarsSeenInHistory_ButScoresThem()
    {
        var replay = new Replay(_series, TestPool.For(_series));
        replay.Add(Evening, [.. replay.Securities]);

        replay.Play(Start, Evening);

        var other = Tracking(TestPool.For(_series));
        other.Play(Start, Evening);
        Assert.That(
            replay.Model.Scores!.Ranking.Select(score => score.ProbabilityUp), Is.EqualTo(other.Model.Scores!.Ranking.Select(score => score.ProbabilityUp)));
    }

    [Test]
    public void Update_IgnoresFilledForwardBars()
    {
        var replay = Tracking(TestPool.For(_series));
        replay.Play(Start, Evening);
        var end = new DateTime(2020, 1, 3, 16, 0, 0);
        var repeated = replay.Securities.Select(security =>
            new TradeBar(end.Date.AddHours(9.5), security.Symbol, 1, 1, 1, 1, 1, TimeSpan.FromHours(6.5)).Clone(true));

        var insights = replay.Model.Update(replay.World.Algorithm, replay.World.Slice(end, repeated));

        Assert.That(insights, Is.Empty);
    }

    [Test]
    public void Update_PicksNoSecurityThatIsBeingDelisted()
    {
        var replay = Tracking(TestPool.For(_series));
        var insights = replay.Play(Start, Evening);
        var symbol = insights[0].Symbol;
        var warning = new Delisting(symbol, Evening.Date.AddDays(1), 1, DelistingType.Warning);
        replay.Model.Update(replay.World.Algorithm, replay.World.Slice(Evening.Date.AddDays(1), warning));

        var next = replay.Play(Evening, Evening.AddDays(1));

        Assert.Multiple(() =>
        {
            Assert.That(next.Select(insight => insight.Symbol), Does.Not.Contain(symbol));
            Assert.That(replay.Model.Scores!.Ranking.Select(score => score.Symbol), Does.Contain(symbol));
        });
    }

    [Test]
    public void Update_ReadsHistoryAnew_AfterASplit_InLiveTrading()
    {
        var replay = new Replay(_series, TestPool.For(_series), live: true);
        replay.Add(Start, [.. replay.Securities]);
        var symbol = replay[_series[0].Instrument].Symbol;

        replay.Model.Update(replay.World.Algorithm, replay.World.Slice(Start.AddHours(1), new Split(symbol, Start, 10, 0.5m, SplitType.SplitOccurred)));

        Assert.That(replay.HistoryCalls.Skip(1), Is.EqualTo(new[] { new[] { symbol } }));
    }

    [Test]
    public void OnSecuritiesChanged_WarmsUp_WithOneHistoryCall()
    {
        var replay = Tracking(TestPool.For(_series));

        Assert.That(replay.HistoryCalls.Select(symbols => symbols.Count), Is.EqualTo(new[] { 6 }));
    }

    [Test]
    public void OnSecuritiesChanged_Forgets_WhatIsRemoved()
    {
        var replay = Tracking(TestPool.For(_series));
        var insights = replay.Play(Start, Evening);
        var gone = replay.World.Algorithm.Securities[insights[0].Symbol];

        replay.Remove(Evening, gone);
        replay.Play(Evening, Evening.AddDays(1));

        Assert.Multiple(() =>
        {
            Assert.That(insights[0].IsExpired(Evening), Is.True);
            Assert.That(replay.Model.Scores!.Ranking.Select(score => score.Symbol), Does.Not.Contain(gone.Symbol));
            Assert.That(() => replay.Remove(Evening, gone), Throws.Nothing);
        });
    }

    [Test]
    public void OnSecuritiesChanged_TakesASecurityAddedTwice_Once()
    {
        var replay = Tracking(TestPool.For(_series));

        replay.Add(Start, [.. replay.Securities]);

        Assert.That(replay.HistoryCalls, Has.Count.EqualTo(1));
    }

    [Test]
    public void OnSecuritiesChanged_RefusesABacktestInSample_NamingBothDates()
    {
        var replay = new Replay(_series, TestPool.For(_series, fittedThrough: new DateOnly(2020, 1, 1)));

        Assert.That(
            () => replay.Add(Start, [.. replay.Securities]),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "AlphaMix: the backtest starts on 2020-01-01, but prices up to 2020-01-01 entered the pool's fit, so it would trade on what it has seen. Start on 2020-01-02 or later; for looking only, set the parameter allow-in-sample of this project's algorithms, or AlphaMixAlphaModelOptions.AllowInSample in one of your own."));
    }

    [Test]
    public void OnSecuritiesChanged_AllowsABacktestInSample_WhenAsked()
    {
        var replay = new Replay(_series, TestPool.For(_series, fittedThrough: new DateOnly(2020, 6, 1)), new AlphaMixAlphaModelOptions { AllowInSample = true });

        Assert.That(() => replay.Add(Start, [.. replay.Securities]), Throws.Nothing);
    }

    [Test]
    public void OnSecuritiesChanged_RefusesOtherPrices_NamingBoth()
    {
        var replay = new Replay(_series, TestPool.For(_series));
        var raw = replay.World.Add("RAW", mode: DataNormalizationMode.Raw);

        Assert.That(
            () => replay.Add(Start, raw),
            Throws.InvalidOperationException.With.Message.StartsWith("AlphaMix: the pool was trained on Adjusted prices, but RAW comes as Raw."));
    }

    [Test]
    public void OnSecuritiesChanged_RefusesAnotherResolution_NamingBoth()
    {
        var replay = new Replay(_series, TestPool.For(_series));
        var minutes = replay.World.Add("MIN", resolution: Resolution.Minute);

        Assert.That(
            () => replay.Add(Start, minutes),
            Throws.InvalidOperationException.With.Message.StartsWith("AlphaMix: the pool reads Daily bars, but MIN is subscribed at Minute."));
    }

    [Test]
    public void OnSecuritiesChanged_LeavesOthersAlone_WithPoolUniverseOnly()
    {
        var replay = Tracking(TestPool.For([.. _series.Skip(1)]), new AlphaMixAlphaModelOptions { PoolUniverseOnly = true });

        replay.Add(Start, replay.World.Add("MIN", resolution: Resolution.Minute));
        replay.Play(Start, Evening);

        Assert.That(replay.Model.Scores!.Ranking, Has.Count.EqualTo(5));
    }

    [Test]
    public void OnSecuritiesChanged_LeavesUnknownSecuritiesSilent()
    {
        var replay = new Replay(_series, TestPool.For([.. _series.Skip(1)], ScalerKind.PerInstrument));

        replay.Add(Start, [.. replay.Securities]);
        replay.Play(Start, Evening);

        Assert.That(replay.Model.Scores!.Ranking, Has.Count.EqualTo(5));
        Assert.That(
            replay.World.Algorithm.LogMessages,
            Is.EqualTo(new[] { "AlphaMix: the pool's PerInstrument scaler does not know SIM0001; securities it does not know stay silent." }));
    }

    [Test]
    public void OnSecuritiesChanged_NamesUnknownSecuritiesAsTheyWereTyped()
    {
        var replay = new Replay([.. _series.Skip(1)], TestPool.For([.. _series.Skip(1)], ScalerKind.PerInstrument));
        var typed = new Symbol(SecurityIdentifier.GenerateEquity(new DateTime(1998, 1, 2), "NB", Market.USA), "BAC");

        replay.Add(Start, replay.World.Add(typed));

        Assert.That(replay.World.Algorithm.LogMessages.Single(), Does.Contain("does not know BAC (permtick NB);"));
    }

    [TestCase(6, false)]
    [TestCase(7, true)]
    public void Update_WithFewerNamesThanTheRuleSpreadsOver_SaysSoOnce(int topK, bool isSaid)
    {
        var replay = Tracking(TestPool.For(_series, topK: topK));

        replay.Play(Start, Evening.AddDays(3));

        Assert.That(
            replay.World.Algorithm.LogMessages.Count(line => line.Contains("6 of 6 securities scored, fewer than the 7 that the portfolio rule dailyTopK")),
            Is.EqualTo(isSaid ? 1 : 0));
    }

    [TestCase(false, 0, "AlphaMixAlphaModel(V,2,Daily)")]
    [TestCase(true, 3, "AlphaMixAlphaModel(V,3,Daily,short)")]
    public void Name_SaysTheParameters(bool shortLeg, int topK, string name)
    {
        var model = new AlphaMixAlphaModel(TestPool.For(_series), new AlphaMixAlphaModelOptions { ShortLeg = shortLeg, TopK = topK });

        Assert.That(model.Name, Is.EqualTo(name));
    }

    [Test]
    public void Constructor_RefusesARouterThatThePoolDoesNotHave()
    {
        var options = new AlphaMixAlphaModelOptions { Router = RouterNames.Selection, TopK = -1 };

        Assert.That(
            () => new AlphaMixAlphaModel(TestPool.For(_series), options),
            Throws.ArgumentException.With.Message.EqualTo(
                "AlphaMixAlphaModelOptions: Router: this pool has V, found W; TopK must not be negative, found -1."));
    }

    [Test]
    public void Constructor_RefusesSplitAdjustedFeatures_ByName()
    {
        var pool = TestPool.For(_series, features: FeatureSpec.Paper(3, close: PriceSource.SplitAdjusted));

        Assert.That(() => new AlphaMixAlphaModel(pool), Throws.ArgumentException.With.Message.Contains("feature zclose reads SplitAdjusted prices"));
    }

    private Replay Tracking(Pool pool, AlphaMixAlphaModelOptions? options = null)
    {
        var replay = new Replay(_series, pool, options);
        replay.Add(Start, [.. replay.Securities]);
        return replay;
    }

    /// <summary>Leaves <paramref name="bars"/> bars up to the first day, and what follows.</summary>
    private static BarSeries Tail(BarSeries series, int bars)
    {
        var all = series.Bars.ToArray();
        var first = Array.FindIndex(all, bar => bar.Time > Start) - bars - 1;
        return new BarSeries(series.Instrument, series.Resolution, all[first..]);
    }

    private static BarSeries Without(BarSeries series, DateOnly day) =>
        new(series.Instrument, series.Resolution, Array.FindAll(series.Bars.ToArray(), (Bar bar) => bar.Day != day));
}
