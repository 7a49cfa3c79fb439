using AlphaMix.Core.Numerics;
using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Slow;

/// <summary>Trades several forecasts by one slow rule and holds them against 1/N at several costs, and against their own picks under other names.</summary>
public static class SlowEvaluator
{
    private const double DaysAYear = 252;

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
        SlowEvaluatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(scores);
        options ??= new SlowEvaluatorOptions();
        if (span.Count == 0)
            throw new ArgumentException("The span has no decision day: the data has no trading day in it that a later one follows.", nameof(span));
        var portfolio = new PortfolioOptions { Rule = rule, Fill = fill };
        return new SlowEvaluation(
            grid.Days[span.First],
            grid.Days[span.End - 1],
            span.Count,
            Enumerable.Range(0, grid.InstrumentCount).Count(i => Enumerable.Range(span.First, span.Count).Any(day => grid.Has(day, i))),
            EqualWeight.Run(grid, span, portfolio).MeanTurnover,
            options.Relabelled,
            [.. scores.Select(pair => Contender(pair.Key, grid, span, pair.Value, portfolio, options))]);
    }

    private static SlowContender Contender(
        string name, MarketGrid grid, EvaluationSpan span, ScoreSheet scores, PortfolioOptions portfolio, SlowEvaluatorOptions options)
    {
        var free = portfolio with { CostBps = 0 };
        var simulation = SlowSimulator.Run(grid, scores, span, free).Result;
        var even = EqualWeight.Run(grid, span, free);
        var forecast = InformationCoefficient.From(grid, scores, span, portfolio.Fill);
        return new SlowContender(
            name,
            forecast.Ic,
            NeweyWest.TOfMean(forecast.Daily),
            forecast.RankIc,
            simulation.MeanTurnover,
            BreakEvenCost.Bps(simulation, even),
            [.. options.CostsBps.Select(cost => AtCost(grid, span, scores, portfolio with { CostBps = cost }, options))],
            Percentile(grid, span, scores, free, Ratio(Excess(simulation.NetReturns, even.NetReturns)), even, options));
    }

    private static SlowAtCost AtCost(MarketGrid grid, EvaluationSpan span, ScoreSheet scores, PortfolioOptions portfolio, SlowEvaluatorOptions options)
    {
        var slow = SlowSimulator.Run(grid, scores, span, portfolio);
        var even = EqualWeight.Run(grid, span, portfolio);
        var excess = Excess(slow.Result.NetReturns, even.NetReturns);
        var bootstrap = new BootstrapOptions { Seed = options.Seed, Replications = options.Replications };
        return new SlowAtCost(
            portfolio.CostBps,
            DaysAYear * excess.Average(),
            SharpeBootstrap.Interval(excess, bootstrap).Times(Math.Sqrt(DaysAYear)),
            Ratio(slow.Result.NetReturns),
            Ratio(even.NetReturns),
            slow.GatedDays,
            slow.GateReason);
    }

    private static double Percentile(
        MarketGrid grid, EvaluationSpan span, ScoreSheet scores, PortfolioOptions portfolio, double own, SimulationResult even, SlowEvaluatorOptions options)
    {
        if (options.Relabelled == 0 || double.IsNaN(own))
            return double.NaN;
        var ratios = new double[options.Relabelled];
        Parallel.For(0, ratios.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, p =>
        {
            var names = Enumerable.Range(0, grid.InstrumentCount).ToArray();
            new KeyedRandom(options.Seed, RandomPurpose.RelabelledPortfolios, p).Shuffle<int>(names);
            ratios[p] = Ratio(Excess(SlowSimulator.Run(grid, Relabelled(grid, scores, names), span, portfolio).Result.NetReturns, even.NetReturns));
        });
        return (ratios.Count(ratio => ratio < own) + 0.5 * ratios.Count(ratio => ratio == own)) / ratios.Length;
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

    private static double[] Excess(double[] returns, double[] benchmark) => [.. returns.Zip(benchmark, (own, other) => own - other)];

    private static double Ratio(double[] returns)
    {
        var mean = returns.Average();
        var deviation = Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / returns.Length);
        return deviation > 0 ? mean / deviation * Math.Sqrt(DaysAYear) : double.NaN;
    }
}
