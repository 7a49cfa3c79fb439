using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;

namespace AlphaMix.Lean.Tests;

/// <summary>A pool that is replaced while the algorithm trades live is used from the next decision on; one that cannot be used changes nothing.</summary>
public class PoolReloadTests
{
    private static readonly DateTime From = new(2020, 1, 1);
    private static readonly DateTime Middle = new(2020, 2, 7);
    private static readonly DateTime To = new(2020, 2, 20);

    private static readonly IReadOnlyList<BarSeries> Series = Replay.Market(6, haltProbability: 0);

    [Test]
    public void AReplacedPool_DecidesTheNextDay()
    {
        var replay = Trading();
        Store(replay, PoolFor(seed: 7, new DateOnly(2020, 2, 6)));

        replay.Play(Middle, To);

        Assert.That(replay.Model.Pool.Manifest.FittedThrough, Is.EqualTo(new DateOnly(2020, 2, 6)));
        Assert.That(
            replay.World.Algorithm.LogMessages.Single(),
            Is.EqualTo($"AlphaMix: the pool '{PoolStore.DefaultKey}' was replaced: one fitted through 2020-02-06 trades from 2020-02-07."));
        Assert.That(replay.Model.Scores!.Ranking.Select(score => score.Score), Is.EqualTo(Undisturbed(seed: 7)));
    }

    [Test]
    public void APoolFittedThroughToday_WaitsForTomorrow()
    {
        var replay = Trading();
        Store(replay, PoolFor(seed: 7, DateOnly.FromDateTime(Middle)));

        replay.Play(Middle, Middle.AddDays(1));
        Assert.That(replay.Model.Pool.Manifest.FittedThrough, Is.EqualTo(new DateOnly(2019, 12, 31)));

        replay.Play(Middle.AddDays(1), To);
        Assert.That(replay.Model.Pool.Manifest.FittedThrough, Is.EqualTo(DateOnly.FromDateTime(Middle)));
    }

    [TestCase("truncated", "")]
    [TestCase("other features", "has other features than the first")]
    [TestCase("removed", "the ObjectStore has no 'alphamix/pool.safetensors'")]
    public void WhatCannotBeUsed_IsReportedOnce_AndThePoolStays(string kind, string fault)
    {
        var replay = Trading();
        var store = replay.World.Algorithm.ObjectStore;
        if (kind == "removed")
            store.Delete(PoolStore.DefaultKey);
        else
            store.SaveBytes(PoolStore.DefaultKey, kind == "truncated"
                ? PoolArtifact.ToBytes(PoolFor(seed: 7, new DateOnly(2020, 2, 6)))[..^100]
                : PoolArtifact.ToBytes(TestPool.For(Series, features: FeatureSpec.Paper(4, BarResolution.Daily), fittedThrough: new DateOnly(2020, 2, 6))));

        var insights = replay.Play(Middle, To);

        Assert.That(insights, Is.Not.Empty);
        Assert.That(
            replay.World.Algorithm.ErrorMessages.Single(),
            Does.Contain("replaced by one that cannot be used; that fitted through 2019-12-31 stays.").And.Contain(fault));
        Assert.That(replay.Model.Scores!.Ranking.Select(score => score.Score), Is.EqualTo(Undisturbed(seed: 5)));
    }

    [Test]
    public void AnIndex_AddsItsLaterPools()
    {
        const string Key = PoolStore.DefaultIndexKey;
        var first = PoolFor(seed: 5, new DateOnly(2019, 12, 31));
        var replay = Trading(Key, world => Write(world, (new DateOnly(2020, 1, 1), "pool-1.safetensors", first)));
        Write(
            replay.World,
            (new DateOnly(2020, 1, 1), "pool-1.safetensors", first),
            (new DateOnly(2020, 2, 10), "pool-2.safetensors", PoolFor(seed: 7, new DateOnly(2020, 2, 7))));

        replay.Play(Middle, new DateTime(2020, 2, 8));
        Assert.That(replay.Model.Pool.Manifest.FittedThrough, Is.EqualTo(new DateOnly(2019, 12, 31)), "before its day");

        replay.Play(new DateTime(2020, 2, 8), To);
        Assert.That(replay.Model.Pool.Manifest.FittedThrough, Is.EqualTo(new DateOnly(2020, 2, 7)));
        Assert.That(replay.World.Algorithm.LogMessages.Single(), Does.Contain("trades from 2020-02-10"));
    }

    [TestCase(false, true)]
    [TestCase(true, false)]
    public void ABacktest_AndAModelThatIsNotAsked_KeepThePool(bool live, bool reloads)
    {
        var replay = Trading(live: live, reloads: reloads);
        Store(replay, PoolFor(seed: 7, new DateOnly(2020, 2, 6)));

        replay.Play(Middle, To);

        Assert.That(replay.Model.Pool.Manifest.FittedThrough, Is.EqualTo(new DateOnly(2019, 12, 31)));
    }

    [Test]
    public void AModelOfALoadedPool_HasNoKeyToLookAt() => Assert.That(
        () => new AlphaMixAlphaModel(PoolFor(seed: 5, new DateOnly(2019, 12, 31)), new AlphaMixAlphaModelOptions { ReloadPool = true }),
        Throws.ArgumentException.With.Message.Contains("ReloadPool needs a key of the ObjectStore"));

    private static Replay Trading(string key = PoolStore.DefaultKey, Action<LeanWorld>? store = null, bool live = true, bool reloads = true)
    {
        var world = new LeanWorld();
        store ??= each => each.Algorithm.ObjectStore.SaveBytes(key, PoolArtifact.ToBytes(PoolFor(seed: 5, new DateOnly(2019, 12, 31))));
        store(world);
        var replay = new Replay(
            Series, world, new AlphaMixAlphaModel(world.Algorithm, new AlphaMixAlphaModelOptions { ReloadPool = reloads }, key), live);
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, Middle);
        return replay;
    }

    private static IEnumerable<double> Undisturbed(long seed)
    {
        var replay = new Replay(Series, PoolFor(seed, new DateOnly(2019, 12, 31)));
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, To);
        return replay.Model.Scores!.Ranking.Select(score => score.Score);
    }

    private static void Write(LeanWorld world, params (DateOnly From, string Key, Pool Pool)[] pools)
    {
        var store = world.Algorithm.ObjectStore;
        foreach (var (_, key, pool) in pools)
            store.SaveBytes("alphamix/" + key, PoolArtifact.ToBytes(pool));
        var index = new PoolIndex(pools.Select(each => new PoolIndexEntry(each.From, each.Pool.Manifest.FittedThrough, each.Key)));
        store.SaveBytes(PoolStore.DefaultIndexKey, index.ToBytes());
    }

    private static void Store(Replay replay, Pool pool) =>
        replay.World.Algorithm.ObjectStore.SaveBytes(PoolStore.DefaultKey, PoolArtifact.ToBytes(pool));

    // Dated pools share a scaler of one kind that does not depend on the names.
    private static Pool PoolFor(long seed, DateOnly fitted) => TestPool.For(Series, fittedThrough: fitted, seed: seed);
}
