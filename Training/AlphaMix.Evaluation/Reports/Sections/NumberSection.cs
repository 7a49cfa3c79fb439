using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>The tables of an evaluation: metrics by both conventions, confidence intervals and tests, percentiles, forecasts.</summary>
internal sealed class NumberSection : IReportSection
{
    private static readonly TableColumn SharpeColumn =
        new("SR", "Sharpe ratio: mean over standard deviation, times the square root of the number of days");

    private static readonly TableColumn[] PaperColumns =
    [
        new("TR", "Total return: the sum of the daily returns"),
        SharpeColumn,
        new("CR", "Calmar ratio: TR over MDD"),
        new("SoR", "Sortino ratio: as SR, with the standard deviation of the negative returns"),
        new("VOL", "Volatility: standard deviation of the daily returns"),
        new("DD", "Downside deviation: standard deviation of the negative daily returns"),
        new("MDD", "Maximum drawdown: the deepest fall from a peak")
    ];

    private static readonly TableColumn[] CompoundedColumns =
    [
        new("Total", "Total return"),
        new("A year", "Annualised return, 252 days"),
        new("Volatility", "Annualised volatility"),
        new("Sharpe", "Annualised, risk-free rate 0"),
        new("Sortino", "Annualised mean over downside deviation"),
        new("Calmar", "Annualised return over maximum drawdown"),
        new("Max. drawdown", "The deepest fall from a peak")
    ];

    private static readonly TableColumn[] ForecastColumns =
    [
        new("Accuracy", "Share of samples on which P(up) above one half and a positive return agree"),
        new("Samples", "Instrument-days with a score and a known return"),
        new("IC", "Mean daily correlation of the day's score, not averaged over days, with the return that follows"),
        new("RankIC", "The same of ranks"),
        new("ICIR", "Mean IC over its standard deviation"),
        new("t of IC", "Mean IC over its standard error (Newey and West); |t| < 2 is not significant at 5 %")
    ];

    private static readonly TableColumn[] MemberColumns =
    [
        new("Experts asked", "Mean number of experts per sample"),
        new("Pairs differ", "Mean share of pairs of members that decide differently"),
        new("Not unanimous", "Share of samples on which not all members decide alike")
    ];

    private static readonly TableColumn[] RandomColumn = [new("Random", "Portfolios drawn at random each day, before costs")];

    public string Id => "numbers";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var result = context.Get<EvaluationOutcome>().Result;
        var hasCosts = CostText.HasCosts(result);
        var after = CostText.AfterHighest(result);
        var blocks = new List<ReportBlock>
        {
            Paper(
                result, "gross", "Before costs, by the paper's convention (daily returns added)", one => one.Gross,
                result.EqualWeight.Gross, Random(result)),
            new NoteBlock(
                "TR total return, SR Sharpe ratio, CR Calmar ratio (TR / MDD), SoR Sortino ratio, VOL volatility a day, DD downside "
                    + "deviation a day, MDD maximum drawdown.")
        };
        if (hasCosts)
            blocks.Add(Paper(
                result, "net-numbers", $"{Capital(after)}, by the paper's convention", one => one.Net, result.EqualWeight.Net, []));
        blocks.Add(Compounded(result, hasCosts ? $"{Capital(after)}, compounded and annualised" : "Compounded and annualised"));
        blocks.Add(Confidence(result, "Confidence intervals and tests of the Sharpe ratios" + (hasCosts ? $", {after}" : "")));
        if (result.Judged.Any() && !double.IsNaN(result.SuperiorAbility.Consistent))
            blocks.Add(new NoteBlock(
                "Hansen's test that no strategy has a higher mean return than 1/N, allowing for their number: p = "
                    + $"{Display.P(result.SuperiorAbility.Consistent)}."));
        blocks.Add(Percentiles(result));
        blocks.Add(Forecasts(result));
        return new ReportSection(Id, "The numbers", "", blocks);
    }

    private static TableBlock Paper(
        EvaluationResult result, string id, string caption, Func<StrategyEvaluation, ReturnMetrics> metrics, ReturnMetrics equalWeight,
        IEnumerable<TableRow> others) => new(
        id,
        caption,
        "Portfolio",
        PaperColumns,
        [
            .. Rows(result, strategy => Cells(metrics(strategy).Paper)),
            new TableRow("1/N", Cells(equalWeight.Paper), IsReference: true),
            .. others
        ]);

    private static IEnumerable<TableRow> Random(EvaluationResult result)
    {
        if (result.Random is not { } random)
            return [];
        TableRow Quantile(string name, double total, double sharpe) => new(
            name, [Cell.Percent(total), Cell.Ratio(sharpe), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty], IsReference: true);
        var (totals, sharpes) = (random.TotalReturn, random.SharpeRatio);
        return
        [
            Quantile("Random, 5 %", totals.P05, sharpes.P05),
            Quantile("Random, median", totals.P50, sharpes.P50),
            Quantile("Random, 95 %", totals.P95, sharpes.P95)
        ];
    }

    private static Cell[] Cells(PaperMetrics paper) =>
    [
        Cell.Percent(paper.TotalReturn), Cell.Ratio(paper.SharpeRatio), Cell.Ratio(paper.CalmarRatio), Cell.Ratio(paper.SortinoRatio),
        Cell.Percent(paper.Volatility, "N2"), Cell.Percent(paper.DownsideDeviation, "N2"), Cell.Percent(paper.MaxDrawdown)
    ];

    private static TableBlock Compounded(EvaluationResult result, string caption) => new(
        "compounded",
        caption,
        "Portfolio",
        CompoundedColumns,
        [
            .. Rows(result, strategy => Cells(strategy.Net.Compounded)),
            new TableRow("1/N", Cells(result.EqualWeight.Net.Compounded), IsReference: true)
        ]);

    private static Cell[] Cells(CompoundedMetrics compounded) =>
    [
        Cell.Percent(compounded.TotalReturn), Cell.Percent(compounded.AnnualisedReturn), Cell.Percent(compounded.AnnualisedVolatility),
        Cell.Ratio(compounded.Sharpe), Cell.Ratio(compounded.Sortino), Cell.Ratio(compounded.Calmar), Cell.Percent(compounded.MaxDrawdown)
    ];

    private static TableBlock Confidence(EvaluationResult result, string caption) => new(
        "confidence",
        caption,
        "Portfolio",
        [
            SharpeColumn,
            new("SR, 95 %", "Confidence interval of the SR, by a block bootstrap"),
            new("Less 1/N", "SR less that of 1/N on the same days"),
            new("Less 1/N, 95 %", "Confidence interval of the difference, for this strategy alone"),
            new("p", "One-sided p-value of an SR not above that of 1/N, corrected for the number of judged strategies: the verdict's"),
            new("P(SR > 0)", "Probabilistic Sharpe ratio: probability that the true SR is above 0"),
            new("Deflated", result.Trials is { } count
                ? $"Probability that it is above the expected best of {Display.Count(count)} trials without skill"
                : "Trials not counted"),
            new("Break-even", "Cost in basis points a side at which the mean net return falls to that of 1/N")
        ],
        [
            .. Rows(result, strategy =>
            {
                var statistics = strategy.Statistics;
                return
                [
                    Cell.Ratio(strategy.Net.Paper.SharpeRatio),
                    Cell.Range(statistics.Sharpe.Lower, statistics.Sharpe.Upper),
                    Cell.Ratio(statistics.Difference.Value),
                    Cell.Range(statistics.Difference.Lower, statistics.Difference.Upper),
                    Cell.P(statistics.DifferenceP), Cell.Share(statistics.Probabilistic), Cell.Share(statistics.Deflated),
                    Cell.BasisPoints(statistics.BreakEvenBps)
                ];
            }),
            new TableRow(
                "1/N",
                [
                    Cell.Ratio(result.EqualWeight.Net.Paper.SharpeRatio),
                    Cell.Range(result.EqualWeight.Sharpe.Lower, result.EqualWeight.Sharpe.Upper), Cell.Empty, Cell.Empty, Cell.Empty,
                    Cell.Share(result.EqualWeight.ProbabilisticSharpe), Cell.Empty, Cell.Empty
                ],
                IsReference: true)
        ]);

    private static TableBlock Percentiles(EvaluationResult result)
    {
        var hasRandom = result.Random is not null;
        return new TableBlock(
            "percentiles",
            "Share of portfolios without skill whose Sharpe ratio is lower",
            "Strategy",
            [
                .. hasRandom ? RandomColumn : [],
                new("Permuted", "The same scores under other instruments' names, before costs"),
                new("Permuted, after costs", "The same after costs: the verdict's"),
                new("Turnover", "Mean share of the portfolio replaced in a day")
            ],
            Rows(result, strategy =>
            [
                .. hasRandom ? [Cell.Share(strategy.PercentileAmongRandom)] : Array.Empty<Cell>(),
                Cell.Share(strategy.PercentileAmongPermuted), Cell.Share(strategy.PercentileAmongPermutedNet), Cell.Share(strategy.Turnover)
            ]));
    }

    private static TableBlock Forecasts(EvaluationResult result)
    {
        var hasMembers = result.Strategies.Any(strategy => strategy.Disagreement is not null || !double.IsNaN(strategy.ExpertsUsed));
        return new TableBlock(
            "forecasts",
            "The forecasts",
            "Strategy",
            [.. ForecastColumns, .. hasMembers ? MemberColumns : []],
            Rows(result, strategy => [.. ForecastCells(strategy), .. hasMembers ? MemberCells(strategy) : []]));
    }

    private static Cell[] ForecastCells(StrategyEvaluation strategy) =>
    [
        Cell.Share(strategy.Forecast.Accuracy, "N2"), Cell.Count(strategy.Forecast.SampleCount), Cell.Fine(strategy.Forecast.Ic),
        Cell.Fine(strategy.Forecast.RankIc), Cell.Ratio(strategy.Forecast.Icir), Cell.Ratio(strategy.Statistics.IcT)
    ];

    private static Cell[] MemberCells(StrategyEvaluation strategy) =>
    [
        Cell.Ratio(strategy.ExpertsUsed),
        Cell.Share(strategy.Disagreement?.Pairwise ?? double.NaN), Cell.Share(strategy.Disagreement?.NonUnanimous ?? double.NaN)
    ];

    private static TableRow[] Rows(EvaluationResult result, Func<StrategyEvaluation, Cell[]> cells) =>
        [.. result.Strategies.Select(strategy => new TableRow(strategy.Name, cells(strategy), strategy.IsComparator))];

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
}
