using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>The tables of an evaluation: metrics by both conventions, how sure they are, percentiles, forecasts.</summary>
internal sealed class NumberSection : IReportSection
{
    public string Id => "numbers";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var result = context.Get<EvaluationOutcome>().Result;
        var costs = CostText.HasCosts(result);
        var blocks = new List<ReportBlock>
        {
            Paper(result, "gross", "Before costs, by the paper's convention (daily returns added)", router => router.Gross,
                result.EqualWeight.Gross, withRandom: result.Random is not null),
            new NoteBlock(
                "TR total return, SR Sharpe ratio, CR Calmar ratio (TR / MDD), SoR Sortino ratio, VOL volatility a day, DD downside "
                    + "deviation a day, MDD maximum drawdown.")
        };
        if (costs)
            blocks.Add(Paper(result, "net-numbers", "After costs, by the paper's convention", router => router.Net, result.EqualWeight.Net,
                withRandom: false));
        blocks.Add(Compounded(result, costs ? "After costs, compounded and annualised" : "Compounded and annualised"));
        blocks.Add(Confidence(result, costs ? "How sure the Sharpe ratios are, after costs" : "How sure the Sharpe ratios are"));
        if (result.Strategies.Count > 0 && !double.IsNaN(result.SuperiorAbility.Consistent))
            blocks.Add(new NoteBlock(
                $"That the best router earns more than 1/N has p = {Display.P(result.SuperiorAbility.Consistent)} (Hansen's test of "
                    + "mean returns, allowing for their number)."));
        blocks.Add(Percentiles(result));
        blocks.Add(Forecasts(result));
        return new ReportSection(Id, "The numbers", "", blocks);
    }

    private static TableBlock Paper(
        EvaluationResult result, string id, string caption, Func<StrategyEvaluation, ReturnMetrics> metrics, ReturnMetrics equalWeight,
        bool withRandom)
    {
        var rows = new List<TableRow>();
        rows.AddRange(result.Strategies.Select(router => new TableRow(router.Name, Cells(metrics(router)))));
        rows.Add(new TableRow("1/N", Cells(equalWeight), IsReference: true));
        if (withRandom)
        {
            var (sharpe, total) = (result.Random!.SharpeRatio, result.Random!.TotalReturn);
            rows.Add(Random("Random, 5 %", total.P05, sharpe.P05));
            rows.Add(Random("Random, median", total.P50, sharpe.P50));
            rows.Add(Random("Random, 95 %", total.P95, sharpe.P95));
        }

        return new TableBlock(
            id,
            caption,
            "Portfolio",
            [
                new("TR", "Total return: the sum of the daily returns"),
                new("SR", "Sharpe ratio: mean over standard deviation, times the square root of the number of days"),
                new("CR", "Calmar ratio: TR over MDD"),
                new("SoR", "Sortino ratio: as SR, with the standard deviation of the negative returns"),
                new("VOL", "Volatility: standard deviation of the daily returns"),
                new("DD", "Downside deviation: standard deviation of the negative daily returns"),
                new("MDD", "Maximum drawdown: the deepest fall from a peak")
            ],
            rows);
    }

    private static TableRow Random(string name, double total, double sharpe) =>
        new(name, [Cell.Percent(total), Cell.Ratio(sharpe), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty], IsReference: true);

    private static Cell[] Cells(ReturnMetrics metrics)
    {
        var paper = metrics.Paper;
        return
        [
            Cell.Percent(paper.TotalReturn), Cell.Ratio(paper.SharpeRatio), Cell.Ratio(paper.CalmarRatio), Cell.Ratio(paper.SortinoRatio),
            Cell.Percent(paper.Volatility, "N2"), Cell.Percent(paper.DownsideDeviation, "N2"), Cell.Percent(paper.MaxDrawdown)
        ];
    }

    private static TableBlock Compounded(EvaluationResult result, string caption) => new(
        "compounded",
        caption,
        "Portfolio",
        [
            new("Total", "Total return"),
            new("A year", "Annualised return, 252 days"),
            new("Volatility", "Annualised volatility"),
            new("Sharpe", "Annualised, risk-free rate 0"),
            new("Sortino", "Annualised mean over downside deviation"),
            new("Calmar", "Annualised return over maximum drawdown"),
            new("Max. drawdown", "The deepest fall from a peak")
        ],
        [
            .. result.Strategies.Select(router => Compounded(router.Name, router.Net)),
            Compounded("1/N", result.EqualWeight.Net) with { IsReference = true }
        ]);

    private static TableRow Compounded(string name, ReturnMetrics metrics)
    {
        var compounded = metrics.Compounded;
        return new TableRow(
            name,
            [
                Cell.Percent(compounded.TotalReturn), Cell.Percent(compounded.AnnualisedReturn),
                Cell.Percent(compounded.AnnualisedVolatility),
                Cell.Ratio(compounded.Sharpe), Cell.Ratio(compounded.Sortino), Cell.Ratio(compounded.Calmar),
                Cell.Percent(compounded.MaxDrawdown)
            ]);
    }

    private static TableBlock Confidence(EvaluationResult result, string caption)
    {
        var trials = result.Trials is { } count
            ? $"Probability that it is above what the best of {Display.Count(count)} trials without skill shows" : "Trials not counted";
        return new TableBlock(
            "confidence",
            caption,
            "Portfolio",
            [
                new("SR", "Sharpe ratio: mean over standard deviation, times the square root of the number of days"),
                new("SR, 95 %", "Where the true SR lies, by a block bootstrap"),
                new("Less 1/N", "SR less that of 1/N on the same days"),
                new("Less 1/N, 95 %", "Where the true difference lies, for this router alone"),
                new("p", "Probability of such a difference among routers no better than 1/N, allowing for their number: what the "
                    + "verdict uses"),
                new("P(SR > 0)", "Probabilistic Sharpe ratio: probability that the true SR is above 0"),
                new("Deflated", trials),
                new("Break-even", "Cost in basis points a side at which the mean net return falls to that of 1/N")
            ],
            [
                .. result.Strategies.Select(router => new TableRow(
                    router.Name,
                    [
                        Cell.Ratio(router.Net.Paper.SharpeRatio),
                        Cell.Range(router.Statistics.Sharpe.Lower, router.Statistics.Sharpe.Upper),
                        Cell.Ratio(router.Statistics.Difference.Value),
                        Cell.Range(router.Statistics.Difference.Lower, router.Statistics.Difference.Upper),
                        Cell.P(router.Statistics.DifferenceP), Cell.Share(router.Statistics.Probabilistic),
                        Cell.Share(router.Statistics.Deflated), Cell.BasisPoints(router.Statistics.BreakEvenBps)
                    ])),
                new TableRow(
                    "1/N",
                    [
                        Cell.Ratio(result.EqualWeight.Net.Paper.SharpeRatio),
                        Cell.Range(result.EqualWeight.Sharpe.Lower, result.EqualWeight.Sharpe.Upper), Cell.Empty, Cell.Empty, Cell.Empty,
                        Cell.Share(result.EqualWeight.ProbabilisticSharpe), Cell.Empty, Cell.Empty
                    ],
                    IsReference: true)
            ]);
    }

    private static TableBlock Percentiles(EvaluationResult result) => new(
        "percentiles",
        "Share of portfolios without skill that the router's Sharpe ratio beats",
        "Router",
        [
            new("Random", "Portfolios drawn at random each day, before costs"),
            new("Permuted", "The router's picks under other names, before costs"),
            new("Permuted, after costs", "The same after costs: what the verdict uses"),
            new("Turnover", "Mean share of the portfolio replaced in a day")
        ],
        [
            .. result.Strategies.Select(router => new TableRow(
                router.Name,
                [
                    Cell.Share(router.PercentileAmongRandom), Cell.Share(router.PercentileAmongPermuted),
                    Cell.Share(router.PercentileAmongPermutedNet),
                    Cell.Share(router.Turnover)
                ]))
        ]);

    private static TableBlock Forecasts(EvaluationResult result) => new(
        "forecasts",
        "The forecasts themselves",
        "Router",
        [
            new("Accuracy", "Share of samples on which P(up) above one half and a positive return agree"),
            new("Samples", "Instrument-days with a score and a known return"),
            new("IC", "Mean daily correlation of P(up) with the return"),
            new("RankIC", "The same of ranks"),
            new("ICIR", "Mean IC over its standard deviation"),
            new("t of IC", "Mean IC over its standard error (Newey and West); above 2 is rare without knowledge"),
            new("Experts asked", "Mean number of experts per sample"),
            new("Pairs differ", "Mean share of pairs of members that decide differently"),
            new("Not unanimous", "Share of samples on which the members are not of one mind")
        ],
        [
            .. result.Strategies.Select(router => new TableRow(
                router.Name,
                [
                    Cell.Share(router.Forecast.Accuracy, "N2"), Cell.Count(router.Forecast.SampleCount), Cell.Fine(router.Forecast.Ic),
                    Cell.Fine(router.Forecast.RankIc), Cell.Ratio(router.Forecast.Icir), Cell.Ratio(router.Statistics.IcT),
                    Cell.Ratio(router.ExpertsUsed),
                    Cell.Share(router.Disagreement?.Pairwise ?? double.NaN), Cell.Share(router.Disagreement?.NonUnanimous ?? double.NaN)
                ]))
        ]);
}
