using AlphaMix.Algorithms;
using QuantConnect;
using QuantConnect.Interfaces;

namespace AlphaMix.Lean.EngineTests.Regression;

/// <summary>What <see cref="AlphaMixStrategy"/> trades on the simulated market, in LEAN's statistics.</summary>
public class AlphaMixStrategyRegression : AlphaMixStrategy, IRegressionAlgorithmDefinition
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
    public int AlgorithmHistoryDataPoints => 2815;

    /// <inheritdoc/>
    public Dictionary<string, string> CustomConfigurations => RegressionMarket.Configuration(
        ("to", "2020-06-30"),
        ("holding-buffer", "true"),
        ("cost-model", "proportional,bps=5"));

    /// <inheritdoc/>
    public Dictionary<string, string> ExpectedStatistics => new()
    {
        { "Total Orders", "656" },
        { "Average Win", "0.46%" },
        { "Average Loss", "-0.48%" },
        { "Compounding Annual Return", "0.005%" },
        { "Drawdown", "12.800%" },
        { "Expectancy", "-0.007" },
        { "Start Equity", "1000000" },
        { "End Equity", "1000023.42" },
        { "Net Profit", "0.002%" },
        { "Sharpe Ratio", "0.003" },
        { "Sortino Ratio", "0.006" },
        { "Probabilistic Sharpe Ratio", "19.974%" },
        { "Loss Rate", "49%" },
        { "Win Rate", "51%" },
        { "Profit-Loss Ratio", "0.96" },
        { "Alpha", "0" },
        { "Beta", "0" },
        { "Annual Standard Deviation", "0.145" },
        { "Annual Variance", "0.021" },
        { "Information Ratio", "0.073" },
        { "Tracking Error", "0.145" },
        { "Treynor Ratio", "0" },
        { "Total Fees", "$0.00" },
        { "Estimated Strategy Capacity", "$1000000.00" },
        { "Lowest Capacity Asset", "SIM0008 WXL6WPBMLI05" },
        { "Portfolio Turnover", "112.58%" },
        { "Drawdown Recovery", "179" },
        { "OrderListHash", "3811cae29740332d667954ac1f9b6ab3" }
    };
}
