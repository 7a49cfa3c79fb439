using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>
/// The two tables of an evaluation that fit a terminal: figures by strategy, and information ratios at each cost. Several results, of one
/// configuration and different seeds, become mean and standard deviation (divisor n - 1) by strategy name.
/// </summary>
internal static class EvaluationTables
{
    /// <summary>Returns the figures of each strategy, 1/N and the random portfolios.</summary>
    /// <param name="results">At least one result; the first one's strategies are the rows.</param>
    public static TableBlock Numbers(IReadOnlyList<EvaluationResult> results)
    {
        var first = results[0];
        TableColumn[] columns =
        [
            new("TR %", "Sum of the daily returns before costs", "0.0"),
            new("SR", "Sharpe ratio before costs"),
            new("MDD %", "Maximum drawdown before costs", "0.0"),
            new("net TR", "TR after the highest costs, percent", "0.0"),
            new("net SR", "SR after the highest costs"),
            new("acc.", "Share of samples on which P(up) above one half and a positive return agree", "0.000"),
            new("IC", "Mean daily correlation of P(up) with the return", "0.000"),
            new("turnover", "Mean share of the portfolio replaced in a day"),
            new("experts", "Mean number of experts asked per sample", "0.0"),
            new("random", "Share of random top-k portfolios with a lower Sharpe ratio, before costs", "0.000"),
            new("permuted", "Share of permuted portfolios with a lower Sharpe ratio, before costs", "0.000")
        ];
        return new TableBlock(
            "evaluation",
            "",
            "",
            columns,
            [
                .. first.Strategies.Select(strategy =>
                    new TableRow(strategy.Name, Numbers(Named(results, strategy.Name)), strategy.IsComparator)),
                EqualWeight(results, columns.Length),
                .. first.Random is null ? [] : Random(results, columns.Length)
            ]);
    }

    /// <summary>Returns information ratios over 1/N at each cost, with their intervals where there is one result.</summary>
    /// <param name="results">At least one result, all with the same costs; the first one's strategies are the rows.</param>
    public static TableBlock Costs(IReadOnlyList<EvaluationResult> results)
    {
        var first = results[0];
        var isOne = results.Count == 1;
        return new TableBlock(
            "information-ratios",
            "Information ratio over 1/N, a year" + (isOne ? "" : $", mean and standard deviation of {results.Count} runs"),
            "Strategy",
            [
                .. first.Costs.Select((_, c) => c).SelectMany(c => CostColumns(first, c, isOne)),
                new("t of IC", "Mean daily IC over its standard error (Newey and West); |t| < 2 is not significant at 5 %"),
                new("Turnover", "Mean fraction of the portfolio replaced in a day", "0.000"),
                new("Break-even", "Cost in basis points a side at which the mean net return falls to that of 1/N", "0.0"),
                new("Permuted", "Share of permuted portfolios whose information ratio before costs is lower", "0.000")
            ],
            [
                .. first.Strategies.Select(strategy =>
                    new TableRow(strategy.Name, Costs(Named(results, strategy.Name), isOne), strategy.IsComparator))
            ]);
    }

    private static IEnumerable<TableColumn> CostColumns(EvaluationResult result, int cost, bool withInterval)
    {
        var name = CostText.Short(result.Costs[cost]);
        yield return new TableColumn(
            $"IR, {name}",
            "Mean over standard deviation of the daily return less that of 1/N, times the root of 252, both "
                + $"{CostText.After(result.Costs[cost])}");
        if (withInterval)
            yield return new TableColumn(
                $"{Level(result)}, {name}", "Confidence interval of the ratio by a block bootstrap; one that covers 0 is no evidence");
    }

    /// <summary>Returns the confidence of the intervals of active returns: 95 %.</summary>
    internal static string Level(EvaluationResult result) =>
        result.Strategies.Count == 0 ? "" : Display.Share(result.Strategies[0].Costs[0].OverEqualWeight.InformationRatio.Level, "0.##");

    private static StrategyEvaluation[] Named(IReadOnlyList<EvaluationResult> results, string name) =>
        [.. results.SelectMany(result => result.Strategies).Where(strategy => strategy.Name == name)];

    private static Cell[] Numbers(StrategyEvaluation[] runs) =>
    [
        Spread(runs, run => run.Gross.Paper.TotalReturn),
        Spread(runs, run => run.Gross.Paper.SharpeRatio),
        Spread(runs, run => run.Gross.Paper.MaxDrawdown),
        Spread(runs, run => run.Net.Paper.TotalReturn),
        Spread(runs, run => run.Net.Paper.SharpeRatio),
        Spread(runs, run => run.Forecast.Accuracy),
        Spread(runs, run => run.Forecast.Ic),
        Spread(runs, run => run.Turnover),
        Spread(runs, run => run.ExpertsUsed),
        Spread(runs, run => run.PercentileAmongRandom),
        Spread(runs, run => run.PercentileAmongPermuted)
    ];

    private static TableRow EqualWeight(IReadOnlyList<EvaluationResult> results, int columns) => Row(
        "1/N",
        [
            Spread(results, result => result.EqualWeight.Gross.Paper.TotalReturn),
            Spread(results, result => result.EqualWeight.Gross.Paper.SharpeRatio),
            Spread(results, result => result.EqualWeight.Gross.Paper.MaxDrawdown),
            Spread(results, result => result.EqualWeight.Net.Paper.TotalReturn),
            Spread(results, result => result.EqualWeight.Net.Paper.SharpeRatio)
        ],
        columns);

    private static IEnumerable<TableRow> Random(IReadOnlyList<EvaluationResult> results, int columns)
    {
        TableRow Quantile(string name, Func<Metrics.Distribution, double> quantile) => Row(
            name,
            [
                Spread(results, result => quantile(result.Random!.TotalReturn)),
                Spread(results, result => quantile(result.Random!.SharpeRatio))
            ],
            columns);
        return
        [
            Quantile("random 5 %", distribution => distribution.P05),
            Quantile("random 50 %", distribution => distribution.P50),
            Quantile("random 95 %", distribution => distribution.P95)
        ];
    }

    private static Cell[] Costs(StrategyEvaluation[] runs, bool withInterval) =>
    [
        .. runs[0].Costs.Select((_, c) => c).SelectMany(c => CostCells(runs, c, withInterval)),
        Spread(runs, run => run.Statistics.IcT),
        Spread(runs, run => run.Turnover),
        runs.Any(run => double.IsPositiveInfinity(run.Statistics.BreakEvenBps))
            ? Cell.BasisPoints(double.PositiveInfinity)
            : Spread(runs, run => run.Statistics.BreakEvenBps),
        Spread(runs, run => run.ActivePercentileAmongPermuted)
    ];

    private static IEnumerable<Cell> CostCells(StrategyEvaluation[] runs, int cost, bool withInterval)
    {
        yield return Spread(runs, run => run.Costs[cost].OverEqualWeight.InformationRatio.Value);
        var interval = runs[0].Costs[cost].OverEqualWeight.InformationRatio;
        if (withInterval)
            yield return Cell.Range(interval.Lower, interval.Upper);
    }

    private static TableRow Row(string name, Cell[] cells, int columns) =>
        new(name, [.. cells, .. Enumerable.Repeat(Cell.Empty, columns - cells.Length)], IsReference: true);

    // What is the same in every run, such as 1/N, has no spread to show.
    private static Cell Spread<T>(IReadOnlyList<T> runs, Func<T, double> figure)
    {
        double[] values = [.. runs.Select(figure)];
        return values.Distinct().Count() == 1 ? Cell.Number(values[0]) : Cell.Spread(values);
    }
}
