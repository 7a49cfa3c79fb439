using AlphaMix.Lean;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Algorithms;

/// <summary>
/// A strategy of moving averages to which AlphaMix was added: the last two lines of <see cref="Initialize"/> are all it takes.
/// </summary>
/// <remarks>
/// Parameters, all optional: <c>tickers</c> (separated by semicolons), <c>from</c>, <c>to</c> (yyyy-MM-dd), <c>cash</c>. The pool lies in
/// the ObjectStore.
/// </remarks>
public class IndicatorStrategyWithAlphaMix : QCAlgorithm
{
    /// <summary>Sets up the strategy, and then AlphaMix.</summary>
    public override void Initialize()
    {
        this.RequireKnown("tickers", "from", "to", "cash");
        SetStartDate(this.Day("from", new DateTime(2020, 1, 2)));
        SetEndDate(this.Day("to", new DateTime(2020, 12, 31)));
        SetCash(this.Number("cash", 1_000_000m));
        SetBenchmark(_ => 1m);
        UniverseSettings.Resolution = Resolution.Daily;
        foreach (var ticker in this.Tickers("AAPL,AMZN,GE,JNJ,JPM,KO,MSFT,WMT,XOM"))
            AddEquity(ticker, Resolution.Daily);
        SetAlpha(new EmaCrossAlphaModel(12, 26, Resolution.Daily));

        AddAlpha(new AlphaMixAlphaModel(this));
        SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel());
    }
}
