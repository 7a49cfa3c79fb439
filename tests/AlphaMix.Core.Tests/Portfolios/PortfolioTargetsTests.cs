using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public sealed class PortfolioTargetsTests
{
    [Test]
    public void Names_StandInTheOrderInWhichTheyWereMentioned_WithTheirShares()
    {
        var targets = new PortfolioTargets();
        targets.Buy(7);
        targets.SellShort(3, 0.25);
        targets.Hold(5);

        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, targets.Count).Select(targets.NameAt), Is.EqualTo(new[] { 7, 3, 5 }));
            Assert.That(Enumerable.Range(0, targets.Count).Select(targets.ShareAt), Is.EqualTo(new[] { 1, -0.25, double.NaN }));
            Assert.That((targets.LongExposure, targets.ShortExposure, targets.CashShare), Is.EqualTo((1, 0, 0)));
        });
    }

    [Test]
    public void Clear_RemovesAllNames_AndSetsTheDefaults()
    {
        var targets = new PortfolioTargets { LongExposure = 0.5, ShortExposure = 0.5, CashShare = 2 };
        targets.Buy(1);

        targets.Clear();

        Assert.That((targets.Count, targets.LongExposure, targets.ShortExposure, targets.CashShare), Is.EqualTo((0, 1, 0, 0)));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void AShare_IsPositiveAndFinite(double share)
    {
        var targets = new PortfolioTargets();

        Assert.That(() => targets.Buy(0, share), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => targets.SellShort(0, share), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(targets.Count, Is.Zero);
    }

    [Test]
    public void ManyNames_AllStay_AndTheMemoryIsUsedAgain()
    {
        var targets = new PortfolioTargets();
        Fill(targets);
        targets.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fill(targets);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(allocated, Is.Zero);
        Assert.That(targets.Names.ToArray(), Is.EqualTo(Enumerable.Range(0, 100)));
    }

    private static void Fill(PortfolioTargets targets)
    {
        for (var name = 0; name < 100; name++)
            targets.Buy(name);
    }
}
