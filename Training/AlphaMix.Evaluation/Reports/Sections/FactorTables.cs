using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>The tables of strategies beside portfolios that anyone can buy, all after the highest costs.</summary>
internal static class FactorTables
{
    /// <summary>
    /// Returns each strategy's alpha and slopes; several results, of one configuration and different seeds, become mean and standard
    /// deviation by strategy name, without intervals.
    /// </summary>
    /// <param name="results">At least one result, with factors; the first one's strategies are the rows.</param>
    public static TableBlock Regression(IReadOnlyList<EvaluationResult> results)
    {
        var first = results[0];
        var isOne = results.Count == 1;
        return new TableBlock(
            "factor-regression",
            $"Regression of the daily return on 1/N and on each factor less 1/N, {CostText.AfterHighest(first)}",
            "Strategy",
            [
                new("alpha %", "Mean return that the slopes leave, percent a year", "0.0"),
                .. isOne ? new[] { new TableColumn("95 %", "Confidence interval of alpha by a block bootstrap", "0.0") } : [],
                new("t", "Alpha over its standard error (Newey and West); |t| < 2 is not significant at 5 %"),
                new("p", "One-sided p-value of an alpha not above 0, corrected for the number of judged strategies", "0.000"),
                new("R2", "Share of the variance of the daily returns that the factors explain"),
                .. Portfolios(first).Select(one => new TableColumn(one, $"Slope on {Regressor(one)}"))
            ],
            [
                .. first.Strategies.Select(strategy =>
                    new TableRow(strategy.Name, Cells(Named(results, strategy.Name), isOne), strategy.IsComparator))
            ]);
    }

    /// <summary>
    /// Returns each strategy's Sharpe ratio less that of the best alternative on the span, chosen with hindsight; of several results mean
    /// and standard deviation, without intervals.
    /// </summary>
    /// <param name="results">At least one result, with factors; the first one's strategies are the rows.</param>
    public static TableBlock OverBest(IReadOnlyList<EvaluationResult> results)
    {
        var first = results[0];
        var isOne = results.Count == 1;
        return new TableBlock(
            "over-best",
            $"Sharpe ratio against {first.Strategies[0].Factors!.Best}, the best of 1/N and the factors on this span",
            "Strategy",
            [
                new("SR", "Net Sharpe ratio"),
                new("Difference", "Less that of the best alternative on the same days"),
                .. isOne ? new[] { new TableColumn("95 %", "Confidence interval of the difference, for this strategy alone") } : []
            ],
            [
                .. first.Strategies.Select(strategy =>
                {
                    var runs = Named(results, strategy.Name);
                    return new TableRow(
                        strategy.Name,
                        [
                            Spread(runs, run => run.Net.Paper.SharpeRatio), Spread(runs, run => run.Factors!.OverBest.Value),
                            .. isOne ? new[] { Range(strategy.Factors!.OverBest) } : []
                        ],
                        strategy.IsComparator);
                })
            ]);
    }

    /// <summary>Returns where each strategy's active return over 1/N comes from.</summary>
    public static TableBlock Parts(EvaluationResult result) => new(
        "factor-parts",
        "Parts of the active return over 1/N, percent a year",
        "Strategy",
        [
            new("Active", "Mean daily net return less that of 1/N, times 252", "0.0"),
            new("Alpha", "The part that the factors leave", "0.0"),
            .. Portfolios(result).Select((one, f) => new TableColumn(
                one, f == 0 ? "Slope on 1/N less 1, times the mean return of 1/N" : $"Slope times the mean of {Regressor(one)}", "0.0"))
        ],
        [
            .. result.Strategies.Select(strategy =>
            {
                var factors = strategy.Factors!;
                return new TableRow(
                    strategy.Name,
                    [
                        Cell.Number(100 * strategy.Costs[^1].OverEqualWeight.Yearly), Cell.Number(100 * factors.AlphaYearly.Value),
                        .. factors.Exposures.Select(exposure => Cell.Number(100 * exposure.Yearly))
                    ],
                    strategy.IsComparator);
            })
        ]);

    /// <summary>Returns the figures of the alternatives.</summary>
    public static TableBlock Alternatives(EvaluationResult result) => new(
        "factor-portfolios",
        $"The alternatives, {CostText.AfterHighest(result)}",
        "Portfolio",
        [
            new("TR", "Total return: the sum of the daily returns"),
            new("SR", "Sharpe ratio: mean over standard deviation, times the square root of the number of days"),
            new("MDD", "Maximum drawdown: the deepest fall from a peak"),
            new("Turnover", "Mean share of the portfolio replaced in a day")
        ],
        [
            .. result.Factors!.Portfolios.Select(one => new TableRow(
                one.Name,
                [
                    Cell.Percent(one.Net.Paper.TotalReturn), Cell.Ratio(one.Net.Paper.SharpeRatio), Cell.Percent(one.Net.Paper.MaxDrawdown),
                    Cell.Share(one.Turnover)
                ]))
        ]);

    /// <summary>Returns what the alternatives hold, and why factors were left out.</summary>
    public static TableBlock Definitions(EvaluationResult result) => new(
        "factor-definitions",
        "What they hold; a factor holds a quarter of the names, each until it leaves the upper half",
        "Portfolio",
        [new("Holds", "By prices and volumes up to the decision alone")],
        [
            .. result.Factors!.Portfolios.Select(one => new TableRow(one.Name, [Cell.Words(one.Definition)])),
            .. result.Factors.LeftOut.Select(omitted =>
                new TableRow(omitted.Name, [Cell.Words($"left out: {omitted.Reason}")]))
        ]);

    private static IEnumerable<string> Portfolios(EvaluationResult result) =>
        result.Factors!.Factors.Select(one => one.Name).Prepend("1/N");

    private static string Regressor(string name) => name == "1/N" ? "the return of 1/N" : $"the return of {name} less that of 1/N";

    private static StrategyEvaluation[] Named(IReadOnlyList<EvaluationResult> results, string name) =>
        [.. results.SelectMany(result => result.Strategies).Where(strategy => strategy.Name == name)];

    private static Cell[] Cells(StrategyEvaluation[] runs, bool isOne) =>
    [
        Spread(runs, run => 100 * run.Factors!.AlphaYearly.Value),
        .. isOne ? new[] { Range(runs[0].Factors!.AlphaYearly.Times(100)) } : [],
        Spread(runs, run => run.Factors!.Fit.AlphaT),
        isOne ? Cell.P(runs[0].Factors!.AlphaP) : Spread(runs, run => run.Factors!.AlphaP),
        Spread(runs, run => run.Factors!.Fit.RSquared),
        .. runs[0].Factors!.Exposures.Select((_, f) => Spread(runs, run => run.Factors!.Exposures[f].Beta))
    ];

    private static Cell Range(Statistics.ConfidenceInterval interval) => Cell.Range(interval.Lower, interval.Upper);

    private static Cell Spread(StrategyEvaluation[] runs, Func<StrategyEvaluation, double> figure) =>
        runs.Length == 1 ? Cell.Number(figure(runs[0])) : Cell.Spread(runs.Select(figure));
}
