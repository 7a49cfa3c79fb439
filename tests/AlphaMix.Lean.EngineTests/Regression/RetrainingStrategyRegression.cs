using AlphaMix.Retraining;
using QuantConnect;
using QuantConnect.Interfaces;

namespace AlphaMix.Lean.EngineTests.Regression;

/// <summary>What <see cref="RetrainingStrategy"/> trades on the simulated market, in LEAN's statistics.</summary>
public class RetrainingStrategyRegression : RetrainingStrategy, IRegressionAlgorithmDefinition
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
    public int AlgorithmHistoryDataPoints => 37078;

    /// <inheritdoc/>
    public Dictionary<string, string> CustomConfigurations => RegressionMarket.Configuration(
        ("tickers", RegressionMarket.Tickers),
        ("from", "2020-01-02"),
        ("to", "2020-06-30"),
        ("months", "3"),
        ("history-days", "300"),
        ("cost-bps", "1"));

    /// <inheritdoc/>
    public Dictionary<string, string> ExpectedStatistics => new()
    {
        { "Total Orders", "291" },
        { "Average Win", "0.29%" },
        { "Average Loss", "-0.40%" },
        { "Compounding Annual Return", "12.542%" },
        { "Drawdown", "8.700%" },
        { "Expectancy", "0.096" },
        { "Start Equity", "1000000" },
        { "End Equity", "1060214.98" },
        { "Net Profit", "6.021%" },
        { "Sharpe Ratio", "0.714" },
        { "Sortino Ratio", "1.113" },
        { "Probabilistic Sharpe Ratio", "39.322%" },
        { "Loss Rate", "36%" },
        { "Win Rate", "64%" },
        { "Profit-Loss Ratio", "0.72" },
        { "Alpha", "0" },
        { "Beta", "0" },
        { "Annual Standard Deviation", "0.116" },
        { "Annual Variance", "0.013" },
        { "Information Ratio", "0.8" },
        { "Tracking Error", "0.116" },
        { "Treynor Ratio", "0" },
        { "Total Fees", "$3894.04" },
        { "Estimated Strategy Capacity", "$1600000.00" },
        { "Lowest Capacity Asset", "SIM0014 WXL6WPBMLI05" },
        { "Portfolio Turnover", "14.95%" },
        { "Drawdown Recovery", "156" },
        { "OrderListHash", "602dc8add26853232c6703c69da3ab5a" }
    };
}
