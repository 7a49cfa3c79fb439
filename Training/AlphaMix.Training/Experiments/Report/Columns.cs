using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Columns and rows that several tables have.</summary>
internal static class Columns
{
    private static readonly TableColumn Seeds = new("n", "Number of independent seeds behind mean and standard deviation", "N0");

    /// <summary>Gets the paper's seven metrics.</summary>
    public static IReadOnlyList<TableColumn> Metrics { get; } =
    [
        new("TR %", "Total return: the sum of the daily returns", "N1"),
        new("SR", "Sharpe ratio: mean over standard deviation, times the square root of the number of days"),
        new("CR", "Calmar ratio: TR over MDD"),
        new("SoR", "Sortino ratio: as SR, with the standard deviation of the negative returns"),
        new("VOL %", "Volatility: standard deviation of the daily returns"),
        new("DD %", "Downside deviation: standard deviation of the negative daily returns"),
        new("MDD %", "Maximum drawdown: the deepest fall from a peak", "N1"),
        Seeds
    ];

    /// <summary>Gets what stands beside a Sharpe ratio: 1/N, random, permuted.</summary>
    public static IReadOnlyList<TableColumn> Beside { get; } =
    [
        new("SR", "Sharpe ratio before costs"),
        new("less 1/N", "Sharpe ratio less that of 1/N on the same days"),
        new("random SR", "5 % to 95 % of the Sharpe ratios of portfolios drawn at random each day"),
        new("beats random %", "Share of those with a lower Sharpe ratio", "N0"),
        new("permuted SR", "5 % to 95 % of the Sharpe ratios of the model's own picks under other names, mean over the seeds"),
        new("beats permuted %", "Share of those with a lower Sharpe ratio", "N0")
    ];

    /// <summary>Gets what is left after costs, and what the forecasts are worth.</summary>
    public static IReadOnlyList<TableColumn> AfterCosts { get; } =
    [
        new("net TR %", "Total return after costs", "N1"),
        new("net SR", "Sharpe ratio after costs"),
        new("net less 1/N", "Net Sharpe ratio less that of 1/N after the same costs"),
        new("net beats permuted %", "Share of permuted portfolios with a lower Sharpe ratio after costs", "N0"),
        new("turnover %", "Share of the portfolio replaced in a day", "N0"),
        new("accuracy %", "Share of directions forecast rightly", "N1"),
        new("IC", "Mean daily correlation of P(up) with the next return", "N3")
    ];

    public static TableRow MetricsRow(ModelRuns model) => new(model.Name,
    [
        model.Spread(run => run.Gross.TotalReturn), model.Spread(run => run.Gross.SharpeRatio), model.Spread(run => run.Gross.CalmarRatio),
        model.Spread(run => run.Gross.SortinoRatio), model.Spread(run => run.Gross.Volatility),
        model.Spread(run => run.Gross.DownsideDeviation),
        model.Spread(run => run.Gross.MaxDrawdown), Cell.Number(model.Runs.Count)
    ]);

    /// <summary>Returns the paper's row under ours, if there is one.</summary>
    public static IEnumerable<TableRow> PaperRow(string name, PaperRow? row)
    {
        if (row is null)
            yield break;
        yield return new TableRow(
            $"{name}, paper",
            [
                Figure(row.TotalReturn), Figure(row.SharpeRatio), Figure(row.CalmarRatio), Figure(row.SortinoRatio),
                Figure(row.Volatility), Figure(row.DownsideDeviation), Figure(row.MaxDrawdown), Cell.Empty
            ],
            IsReference: true);
    }

    /// <summary>Returns 1/N and the random portfolios.</summary>
    public static IEnumerable<TableRow> MarketRows(MarketRecord market)
    {
        var even = market.EqualWeight;
        yield return new TableRow(
            "1/N",
            [
                Cell.Number(even.TotalReturn), Cell.Number(even.SharpeRatio), Cell.Number(even.CalmarRatio), Cell.Number(even.SortinoRatio),
                Cell.Number(even.Volatility),
                Cell.Number(even.DownsideDeviation), Cell.Number(even.MaxDrawdown), Cell.Empty
            ],
            IsReference: true);
        var (total, sharpe) = (market.RandomReturn, market.RandomSharpe);
        yield return new TableRow(
            $"random {market.TopK}, mean ± sd",
            [Cell.Number(total.Mean, total.Sd), Cell.Number(sharpe.Mean, sharpe.Sd), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty,
                Cell.Empty, Cell.Empty],
            IsReference: true);
        yield return new TableRow(
            $"random {market.TopK}, 5 % to 95 %",
            [Cell.Range(total.P05, total.P95), Cell.Range(sharpe.P05, sharpe.P95), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty,
                Cell.Empty, Cell.Empty],
            IsReference: true);
    }

    public static TableRow BesideRow(ModelRuns model, MarketRecord market) => new(model.Name,
    [
        model.Spread(run => run.Gross.SharpeRatio),
        model.Spread(run => run.Gross.SharpeRatio - market.EqualWeight.SharpeRatio),
        Cell.Range(market.RandomSharpe.P05, market.RandomSharpe.P95),
        model.Spread(run => 100 * run.BeatsRandom),
        Cell.Range(model.Mean(run => run.PermutedSharpe.P05), model.Mean(run => run.PermutedSharpe.P95)),
        model.Spread(run => 100 * run.BeatsPermuted)
    ]);

    public static TableRow AfterCostsRow(ModelRuns model, MarketRecord market) => new(model.Name,
    [
        model.Spread(run => run.Net.TotalReturn),
        model.Spread(run => run.Net.SharpeRatio),
        model.Spread(run => run.Net.SharpeRatio - market.EqualWeightNet.SharpeRatio),
        model.Spread(run => 100 * run.BeatsPermutedNet),
        model.Spread(run => 100 * run.Turnover),
        model.Spread(run => 100 * run.Accuracy),
        model.Spread(run => run.Ic)
    ]);

    public static Cell Figure(PaperFigure figure) => Cell.Number(figure.Mean, figure.Deviation);
}
