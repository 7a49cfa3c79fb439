using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Tests;

public class AlphaMixMarketTests
{
    [Test]
    public void Register_Shanghai_AddsItOnce_AndMayBeCalledAgain()
    {
        Assert.That(AlphaMixMarket.Register(new QCAlgorithm(), "SSE"), Is.EqualTo("sse"));
        var number = Market.Encode("sse");

        Assert.That(AlphaMixMarket.Register(new QCAlgorithm(), "sse"), Is.EqualTo("sse"));
        Assert.That((number, Market.Encode("sse")), Is.EqualTo((900, 900)));
    }

    [Test]
    public void Register_AMarketOfLeans_NeedsNothing_AndAnyOtherIsRefused() => Assert.Multiple(() =>
    {
        Assert.That(AlphaMixMarket.Register(new QCAlgorithm(), Market.USA), Is.EqualTo("usa"));
        Assert.That(
            () => AlphaMixMarket.Register(new QCAlgorithm(), "hose"),
            Throws.ArgumentException.With.Message.StartsWith("Market hose: expected usa, sse or another market of LEAN's"));
    });
}
