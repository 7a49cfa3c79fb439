using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class TradingTermsTests
{
    [Test]
    public void Validate_NamesAllFaults()
    {
        var terms = SmallMarket.Terms(double.NaN, (FillRule)7, perShare: -1);

        Assert.That(terms.Validate, Throws.ArgumentException.With.Message.Contains("Fill")
            .And.Message.Contains("basis points").And.Message.Contains("per share"));
    }

    [Test]
    public void Simulator_OfAnUnknownFill_Throws()
    {
        var grid = SmallMarket.Grid([[1], [1]]);

        Assert.That(() => new Simulator(grid, SmallMarket.All(grid), (FillRule)7), Throws.ArgumentException.With.Message.Contains("found 7"));
    }
}
