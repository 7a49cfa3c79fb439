namespace AlphaMix.Training.Experiments.Paper;

/// <summary>One row of the paper's Table 3 or 4. Returns, volatilities and drawdowns are in percent.</summary>
/// <param name="Market">ACL18 or SZ50.</param>
/// <param name="Type">RNN, NRNN, BDT, ENS or Ours.</param>
/// <param name="Model">The model's name.</param>
/// <param name="TotalReturn">TR.</param>
/// <param name="SharpeRatio">SR.</param>
/// <param name="CalmarRatio">CR.</param>
/// <param name="SortinoRatio">SoR.</param>
/// <param name="Volatility">VOL.</param>
/// <param name="DownsideDeviation">DD.</param>
/// <param name="MaxDrawdown">MDD.</param>
internal sealed record PaperRow(
    PaperMarket Market,
    string Type,
    string Model,
    PaperFigure TotalReturn,
    PaperFigure SharpeRatio,
    PaperFigure CalmarRatio,
    PaperFigure SortinoRatio,
    PaperFigure Volatility,
    PaperFigure DownsideDeviation,
    PaperFigure MaxDrawdown);
