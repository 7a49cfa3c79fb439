using AlphaMix.Core.Numerics;
using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Slow;

/// <summary>Trades several forecasts by one slow rule and holds them against 1/N at several costs, and against their own picks under other names.</summary>
public static class SlowEvaluator
{
    internal const double DaysAYear = 252;

    /// <summary>Evaluates forecasts.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days, at least one.</param>
    /// <param name="scores">Daily scores by name, in the order in which they are reported.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="fill">When orders fill.</param>
    /// <param name="options">Costs and resampling; null for the defaults.</param>
    /// <exception cref="ArgumentException">The span is empty, or a sheet does not have the shape of the grid.</exception>
    public static SlowEvaluation Evaluate(
        MarketGrid grid,
        EvaluationSpan span,
        IReadOnlyList<KeyValuePair<string, ScoreSheet>> scores,
        TradingRule rule,
        FillRule fill = FillRule.NextOpen,
        SlowEvaluatorOptions? options = null) => Run(grid, span, scores, rule, fill, options).Result;

    /// <summary>Evaluates forecasts and keeps the daily paths; parameters and errors as in <see cref="Evaluate"/>.</summary>
    public static SlowOutcome Run(
        MarketGrid grid,
        EvaluationSpan span,
        IReadOnlyList<KeyValuePair<string, ScoreSheet>> scores,
        TradingRule rule,
        FillRule fill = FillRule.NextOpen,
        SlowEvaluatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(scores);
        options ??= new SlowEvaluatorOptions();
        if (span.Count == 0)
            throw new ArgumentException("The span has no decision day: the data has no trading day in it that a later one follows.", nameof(span));
        var portfolio = new PortfolioOptions { Rule = rule, Fill = fill };
        var even = EqualWeight.Run(grid, span, portfolio);
        SimulationResult[] evenAtCosts = [.. options.CostsBps.Select(cost => EqualWeight.Run(grid, span, portfolio with { CostBps = cost }))];
        SlowPortfolio[] paths = [.. scores.Select(pair => Path(pair.Key, grid, span, pair.Value, portfolio, options))];
        PortfolioSet?[] relabelled = [.. scores.Select(pair => Relabelled(grid, span, pair.Value, portfolio, options))];
        var result = new SlowEvaluation(
            grid.Days[span.First],
            grid.Days[span.End - 1],
            span.Count,
            Enumerable.Range(0, grid.InstrumentCount).Count(i => Enumerable.Range(span.First, span.Count).Any(day => grid.Has(day, i))),
            even.MeanTurnover,
            options.Relabelled,
            [.. paths.Select((path, i) => Contender(path, relabelled[i], even, evenAtCosts, options))]);
        return new SlowOutcome(result, new SlowCurves(paths, even, evenAtCosts, relabelled.FirstOrDefault()?.EquityBand()));
    }

    /// <summary>Gives the information ratio a year of daily excess returns, with its interval.</summary>
    internal static ConfidenceInterval InformationRatio(double[] excess, SlowEvaluatorOptions options) =>
        SharpeBootstrap.Interval(excess, new BootstrapOptions { Seed = options.Seed, Replications = options.Replications, Level = 1 - options.Level })
            .Times(Math.Sqrt(DaysAYear));

    internal static double[] Excess(double[] returns, double[] benchmark) => [.. returns.Zip(benchmark, (own, other) => own - other)];

    private static SlowPortfolio Path(
        string name, MarketGrid grid, EvaluationSpan span, ScoreSheet scores, PortfolioOptions portfolio, SlowEvaluatorOptions options)
    {
        return new SlowPortfolio(
            name,
            SlowSimulator.Run(grid, scores, span, portfolio),
            [.. options.CostsBps.Select(cost => SlowSimulator.Run(grid, scores, span, portfolio with { CostBps = cost }))],
            InformationCoefficient.From(grid, scores, span, portfolio.Fill));
    }

    private static SlowContender Contender(
        SlowPortfolio path, PortfolioSet? relabelled, SimulationResult even, SimulationResult[] evenAtCosts, SlowEvaluatorOptions options)
    {
        var free = path.Free.Result;
        return new SlowContender(
            path.Name,
            path.Forecast.Ic,
            NeweyWest.TOfMean(path.Forecast.Daily),
            path.Forecast.RankIc,
            free.MeanTurnover,
            BreakEvenCost.Bps(free, even),
            [.. options.CostsBps.Select((cost, c) => AtCost(cost, path.AtCosts[c], evenAtCosts[c], options))],
            Percentile(relabelled, free, even));
    }

    private static SlowAtCost AtCost(double cost, SlowSimulation slow, SimulationResult even, SlowEvaluatorOptions options)
    {
        var excess = Excess(slow.Result.NetReturns, even.NetReturns);
        return new SlowAtCost(
            cost,
            DaysAYear * excess.Average(),
            InformationRatio(excess, options),
            Ratio(slow.Result.NetReturns),
            Ratio(even.NetReturns),
            slow.GatedDays,
            slow.GateReason);
    }

    private static double Percentile(PortfolioSet? relabelled, SimulationResult own, SimulationResult even)
    {
        var ratio = Ratio(Excess(own.NetReturns, even.NetReturns));
        if (relabelled is null || double.IsNaN(ratio))
            return double.NaN;
        double[] ratios = [.. Enumerable.Range(0, relabelled.Count).Select(p => Ratio(Excess(relabelled.Returns(p).ToArray(), even.NetReturns)))];
        return (ratios.Count(other => other < ratio) + 0.5 * ratios.Count(other => other == ratio)) / ratios.Length;
    }

    private static PortfolioSet? Relabelled(
        MarketGrid grid, EvaluationSpan span, ScoreSheet scores, PortfolioOptions portfolio, SlowEvaluatorOptions options)
    {
        if (options.Relabelled == 0)
            return null;
        var returns = new double[options.Relabelled * span.Count];
        Parallel.For(0, options.Relabelled, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, p =>
        {
            var names = Enumerable.Range(0, grid.InstrumentCount).ToArray();
            new KeyedRandom(options.Seed, RandomPurpose.RelabelledPortfolios, p).Shuffle<int>(names);
            SlowSimulator.Run(grid, Relabelled(grid, scores, names), span, portfolio).Result.NetReturns.CopyTo(returns, p * span.Count);
        });
        return new PortfolioSet(options.Relabelled, span.Count, returns);
    }

    private static ScoreSheet Relabelled(MarketGrid grid, ScoreSheet scores, int[] names)
    {
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < names.Length; i++)
                sheet[day, i] = scores[day, names[i]];
        }

        return sheet;
    }

    private static double Ratio(double[] returns)
    {
        var mean = returns.Average();
        var deviation = Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / returns.Length);
        return deviation > 0 ? mean / deviation * Math.Sqrt(DaysAYear) : double.NaN;
    }
}
