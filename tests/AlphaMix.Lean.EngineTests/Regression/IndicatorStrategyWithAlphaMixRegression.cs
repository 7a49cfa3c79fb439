using AlphaMix.Algorithms;
using QuantConnect;
using QuantConnect.Interfaces;

namespace AlphaMix.Lean.EngineTests.Regression;

/// <summary>What <see cref="IndicatorStrategyWithAlphaMix"/> trades on the simulated market, in LEAN's statistics.</summary>
public class IndicatorStrategyWithAlphaMixRegression : IndicatorStrategyWithAlphaMix, IRegressionAlgorithmDefinition
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
    public int AlgorithmHistoryDataPoints => 4487;

    /// <inheritdoc/>
    public Dictionary<string, string> CustomConfigurations => RegressionMarket.Configuration(
        ("tickers", RegressionMarket.Tickers),
        ("to", "2020-06-30"));

    /// <inheritdoc/>
    public Dictionary<string, string> ExpectedStatistics => new()
    {
        { "Total Orders", "1812" },
        { "Average Win", "0.10%" },
        { "Average Loss", "-0.11%" },
        { "Compounding Annual Return", "5.910%" },
        { "Drawdown", "4.800%" },
        { "Expectancy", "0.017" },
        { "Start Equity", "1000000" },
        { "End Equity", "1028821.34" },
        { "Net Profit", "2.882%" },
        { "Sharpe Ratio", "0.41" },
        { "Sortino Ratio", "0.623" },
        { "Probabilistic Sharpe Ratio", "30.528%" },
        { "Loss Rate", "46%" },
        { "Win Rate", "54%" },
        { "Profit-Loss Ratio", "0.90" },
        { "Alpha", "0" },
        { "Beta", "0" },
        { "Annual Standard Deviation", "0.083" },
        { "Annual Variance", "0.007" },
        { "Information Ratio", "0.53" },
        { "Tracking Error", "0.083" },
        { "Treynor Ratio", "0" },
        { "Total Fees", "$19586.00" },
        { "Estimated Strategy Capacity", "$5900000.00" },
        { "Lowest Capacity Asset", "SIM0027 WXL6WPBMLI05" },
        { "Portfolio Turnover", "70.57%" },
        { "Drawdown Recovery", "112" },
        { "OrderListHash", "b4dc8309acb387576d4c44d2b9aadadc" }
    };
}
