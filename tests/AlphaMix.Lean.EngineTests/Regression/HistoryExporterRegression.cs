using AlphaMix.Algorithms;
using QuantConnect;
using QuantConnect.Interfaces;

namespace AlphaMix.Lean.EngineTests.Regression;

/// <summary>What <see cref="HistoryExporter"/> trades on the simulated market, in LEAN's statistics.</summary>
public class HistoryExporterRegression : HistoryExporter, IRegressionAlgorithmDefinition
{
    /// <inheritdoc/>
    public AlgorithmStatus AlgorithmStatus => AlgorithmStatus.Completed;

    /// <inheritdoc/>
    public bool CanRunLocally => false;

    /// <inheritdoc/>
    public List<Language> Languages => [Language.CSharp];

    /// <inheritdoc/>
    public long DataPoints => 5550;

    /// <inheritdoc/>
    public int AlgorithmHistoryDataPoints => 5498;

    /// <inheritdoc/>
    public Dictionary<string, string> CustomConfigurations => RegressionMarket.Configuration(
        ("tickers", RegressionMarket.Tickers),
        ("from", "2020-01-02"),
        ("to", "2020-06-30"));

    /// <inheritdoc/>
    public Dictionary<string, string> ExpectedStatistics => new()
    {
        { "Total Orders", "0" },
        { "Average Win", "0%" },
        { "Average Loss", "0%" },
        { "Compounding Annual Return", "0%" },
        { "Drawdown", "0%" },
        { "Expectancy", "0" },
        { "Start Equity", "100000" },
        { "End Equity", "100000" },
        { "Net Profit", "0%" },
        { "Sharpe Ratio", "0" },
        { "Sortino Ratio", "0" },
        { "Probabilistic Sharpe Ratio", "0%" },
        { "Loss Rate", "0%" },
        { "Win Rate", "0%" },
        { "Profit-Loss Ratio", "0" },
        { "Alpha", "0" },
        { "Beta", "0" },
        { "Annual Standard Deviation", "0" },
        { "Annual Variance", "0" },
        { "Information Ratio", "0" },
        { "Tracking Error", "0" },
        { "Treynor Ratio", "0" },
        { "Total Fees", "$0.00" },
        { "Estimated Strategy Capacity", "$0" },
        { "Lowest Capacity Asset", "" },
        { "Portfolio Turnover", "0%" },
        { "Drawdown Recovery", "0" },
        { "OrderListHash", "d41d8cd98f00b204e9800998ecf8427e" }
    };
}
