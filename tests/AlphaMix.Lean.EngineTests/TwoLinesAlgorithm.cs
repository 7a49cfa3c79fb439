using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Orders.Fees;

namespace AlphaMix.Lean.EngineTests;

/// <summary>README's two lines and nothing else of AlphaMix; the other lines set up a market.</summary>
public class TwoLinesAlgorithm : QCAlgorithm
{
    public override void Initialize()
    {
        SetStartDate(2020, 1, 2);
        SetEndDate(2020, 6, 30);
        SetCash(100_000_000m);
        SetBenchmark(_ => 1m);
        UniverseSettings.Resolution = Resolution.Daily;
        foreach (var ticker in GetParameter("tickers", "").Split(';'))
            AddEquity(ticker, Resolution.Daily).SetFeeModel(new ConstantFeeModel(0));

        AddAlpha(new AlphaMixAlphaModel(this));
        SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel());
    }
}
