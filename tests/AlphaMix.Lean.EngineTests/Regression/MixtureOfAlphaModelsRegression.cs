using AlphaMix.Algorithms;
using QuantConnect;
using QuantConnect.Interfaces;

namespace AlphaMix.Lean.EngineTests.Regression;

/// <summary>What <see cref="MixtureOfAlphaModels"/> trades on the simulated market, in LEAN's statistics.</summary>
public class MixtureOfAlphaModelsRegression : MixtureOfAlphaModels, IRegressionAlgorithmDefinition
{
    /// <inheritdoc/>
    public AlgorithmStatus AlgorithmStatus => AlgorithmStatus.Completed;

    /// <inheritdoc/>
    public bool CanRunLocally => false;

    /// <inheritdoc/>
    public List<Language> Languages => [Language.CSharp, Language.Python];

    /// <inheritdoc/>
    public long DataPoints => 5550;

    /// <inheritdoc/>
    public int AlgorithmHistoryDataPoints => 6819;

    /// <inheritdoc/>
    public Dictionary<string, string> CustomConfigurations => RegressionMarket.Configuration(
        ("tickers", RegressionMarket.Tickers),
        ("to", "2020-06-30"),
        ("pool", "alphamix/pool.safetensors"),
        ("half-life", "20"),
        ("top-k", "9"));

    /// <inheritdoc/>
    public Dictionary<string, string> ExpectedStatistics => new()
    {
        { "Total Orders", "2726" },
        { "Average Win", "0.05%" },
        { "Average Loss", "-0.04%" },
        { "Compounding Annual Return", "2.879%" },
        { "Drawdown", "2.400%" },
        { "Expectancy", "0.020" },
        { "Start Equity", "1000000" },
        { "End Equity", "1014145.88" },
        { "Net Profit", "1.415%" },
        { "Sharpe Ratio", "0.266" },
        { "Sortino Ratio", "0.353" },
        { "Probabilistic Sharpe Ratio", "26.651%" },
        { "Loss Rate", "54%" },
        { "Win Rate", "46%" },
        { "Profit-Loss Ratio", "1.22" },
        { "Alpha", "0" },
        { "Beta", "0" },
        { "Annual Standard Deviation", "0.04" },
        { "Annual Variance", "0.002" },
        { "Information Ratio", "0.515" },
        { "Tracking Error", "0.04" },
        { "Treynor Ratio", "0" },
        { "Total Fees", "$10817.19" },
        { "Estimated Strategy Capacity", "$94000000.00" },
        { "Lowest Capacity Asset", "SIM0005 WXL6WPBMLI05" },
        { "Portfolio Turnover", "38.83%" },
        { "Drawdown Recovery", "122" },
        { "OrderListHash", "e9c4a2951bed46855791badce9964e11" }
    };
}
