using AlphaMix.Core.Portfolios;
using AlphaMix.Lean;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Algorithms;

/// <summary>
/// A mixture whose experts are LEAN's own alpha models: each keeps a virtual portfolio, and the money follows those with the better
/// realised record. Any <c>IAlphaModel</c> can be one more expert, a trained pool among them. No pool is needed.
/// </summary>
/// <remarks>
/// Parameters, all optional: <c>tickers</c> (separated by semicolons), <c>mixture</c> (equal, record, leader, or a name of your own),
/// <c>half-life</c> (days, of record and leader), <c>top-k</c>, <c>pool</c> (ObjectStore key of a pool to add), <c>extension</c>
/// (assemblies with mixtures, cost models and what the pool needs of your own, separated by semicolons), <c>cost-model</c>,
/// <c>cost-per-order</c>, <c>cost-bps</c> and <c>state</c> (as of <see cref="AlphaMixStrategy"/>), <c>from</c>, <c>to</c> (yyyy-MM-dd),
/// <c>cash</c>.
/// </remarks>
public class MixtureOfAlphaModels : QCAlgorithm
{
    /// <summary>Sets up the experts and the portfolio that weighs them.</summary>
    public override void Initialize()
    {
        this.RequireKnown(
            "tickers", "mixture", "half-life", "top-k", "pool", "extension", "cost-model", "cost-per-order", "cost-bps", "state", "from",
            "to", "cash");
        SetStartDate(this.Day("from", new DateTime(2020, 1, 2)));
        SetEndDate(this.Day("to", new DateTime(2020, 12, 31)));
        SetCash(this.Number("cash", 1_000_000m));
        SetBenchmark(_ => 1m);
        UniverseSettings.Resolution = Resolution.Daily;
        var extensions = this.Extensions();
        var costs = new AlgorithmCosts(this, extensions);
        foreach (var ticker in this.Tickers("AAPL,AMZN,GE,JNJ,JPM,KO,MSFT,WMT,XOM"))
            costs.Apply(AddEquity(ticker, Resolution.Daily));

        AddAlpha(new EmaCrossAlphaModel(12, 26, Resolution.Daily));
        AddAlpha(new RsiAlphaModel(14, Resolution.Daily));
        AddAlpha(new MacdAlphaModel(12, 26, 9, resolution: Resolution.Daily));
        AddAlpha(new HistoricalReturnsAlphaModel(5, Resolution.Daily));
        if (GetParameter("pool", "") is { Length: > 0 } pool)
        {
            var options = new AlphaMixAlphaModelOptions
            {
                Extensions = extensions,
                CostBps = costs.ExpectedBps,
                ReloadPool = true
            };
            AddAlpha(new AlphaMixAlphaModel(this, options, pool));
        }

        SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions
        {
            Mixture = this.Mixture(RecordMixture.MixtureName, extensions),
            TopK = this.Number("top-k", 0),
            StateKey = this.StateKey()
        }));
    }
}
