using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using QuantConnect;
using QuantConnect.Data.Market;
using QuantConnect.Orders;
using QuantConnect.Securities;

namespace AlphaMix.Lean.Tests;

/// <summary>A cost model as LEAN's slippage: what it is asked, and what comes of it.</summary>
[TestFixture]
public class AlphaMixSlippageModelTests
{
    private readonly LeanWorld _world = new();

    [Test]
    public void MarketOnOpenOrder_PaysItsShareOfTheOpen_AndOthersOfTheLastPrice()
    {
        var asset = Security("AAA");
        var model = new AlphaMixSlippageModel(new ProportionalCosts { Bps = 8, PerShare = 0.005 });

        Assert.Multiple(() =>
        {
            Assert.That(model.GetSlippageApproximation(asset, AtOpen(asset)), Is.EqualTo(20m * 0.0008m + 0.005m).Within(1e-12m));
            Assert.That(model.GetSlippageApproximation(asset, Now(asset)), Is.EqualTo(25m * 0.0008m + 0.005m).Within(1e-12m));
        });
    }

    [TestCase(Resolution.Daily, 25.0 * 4000)]
    [TestCase(Resolution.Hour, double.NaN)]
    public void DollarVolume_IsThatOfTheDay_WhereTheBarIsTheDays(Resolution resolution, double expected)
    {
        var asset = Security($"V{resolution}", resolution);
        var asked = new Asked();

        var slippage = new AlphaMixSlippageModel(asked).GetSlippageApproximation(asset, AtOpen(asset));

        Assert.Multiple(() =>
        {
            Assert.That(asked.SharesPerUnit, Is.EqualTo(1 / 20.0));
            Assert.That(asked.DollarVolume, Is.EqualTo(expected));
            Assert.That(slippage, Is.EqualTo(0.2m));
        });
    }

    [Test]
    public void SecurityWithoutAPrice_HasNone()
    {
        var asset = _world.Add("NONE");

        Assert.That(new AlphaMixSlippageModel(new ProportionalCosts { Bps = 8 }).GetSlippageApproximation(asset, AtOpen(asset)), Is.Zero);
    }

    [Test]
    public void Model_IsThatOfASecurity()
    {
        var asset = Security("SET");
        var model = new AlphaMixSlippageModel(ProportionalCosts.None);

        asset.SetSlippageModel(model);

        Assert.That(asset.SlippageModel, Is.SameAs(model));
        Assert.That(() => new AlphaMixSlippageModel(null!), Throws.ArgumentNullException);
    }

    private Security Security(string ticker, Resolution resolution = Resolution.Daily)
    {
        var asset = _world.Add(ticker, resolution: resolution);
        asset.SetMarketPrice(new TradeBar(new DateTime(2020, 1, 2, 9, 30, 0), asset.Symbol, 20, 26, 19, 25, 4000, TimeSpan.FromHours(6.5)));
        return asset;
    }

    private static MarketOnOpenOrder AtOpen(Security asset) => new(asset.Symbol, 100, new DateTime(2020, 1, 1));

    private static MarketOrder Now(Security asset) => new(asset.Symbol, -100, new DateTime(2020, 1, 1));

    private sealed class Asked : ICostModel
    {
        public string Name => "asked";

        public Parameters Parameters => Parameters.None;

        public double ExpectedBps => 0;

        public double SharesPerUnit { get; private set; }

        public double DollarVolume { get; private set; }

        public double CostOf(double sharesPerUnit, double dollarVolume)
        {
            (SharesPerUnit, DollarVolume) = (sharesPerUnit, dollarVolume);
            return 0.01;
        }
    }
}
