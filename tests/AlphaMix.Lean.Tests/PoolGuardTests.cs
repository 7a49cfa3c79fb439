using AlphaMix.Core.Pools;

namespace AlphaMix.Lean.Tests;

public class PoolGuardTests
{
    private static readonly DateOnly Fitted = new(2019, 12, 31);
    private static readonly DateOnly From = Fitted.AddDays(30);

    [TestCase(0, "prices up to 2019-12-31 entered the pool's fit")]
    [TestCase(29, "the first dated pool trades from 2020-01-30")]
    public void CheckStart_BeforeThePoolMayTrade_Throws(int days, string reason) =>
        Assert.That(() => PoolGuard.CheckStart(Timeline(), Fitted.AddDays(days)), Throws.InvalidOperationException.With.Message.Contains(reason));

    [Test]
    public void CheckStart_OnItsFirstDay_Passes() => Assert.That(() => PoolGuard.CheckStart(Timeline(), From), Throws.Nothing);

    private static PoolTimeline Timeline() => new([new(From, TestPool.For(Replay.Market(2), fittedThrough: Fitted))]);
}
