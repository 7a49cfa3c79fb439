using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation;

/// <summary>Does all of an evaluation: routers, 1/N, random and relabelled portfolios on the same days, by the same rules.</summary>
public static class Evaluator
{
    private static readonly string[] PaperRouters = ["V", "R", "W", "S"];

    /// <summary>Evaluates routers.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days, at least one.</param>
    /// <param name="routers">P(up) of each router by its name, in the shape of <paramref name="grid"/>.</param>
    /// <param name="portfolio">Portfolio and costs.</param>
    /// <param name="seed">Seed of the random and relabelled portfolios and of the bootstrap; same seed, same numbers to the bit.</param>
    /// <param name="options">Number of portfolios and what else is known; null for the defaults.</param>
    /// <exception cref="ArgumentException">The span is empty, a sheet does not have the shape of the grid, or options are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A decision day has no later day in the grid.</exception>
    public static EvaluationOutcome Evaluate(
        MarketGrid grid,
        EvaluationSpan span,
        IReadOnlyDictionary<string, ScoreSheet> routers,
        PortfolioOptions portfolio,
        long seed,
        EvaluatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(routers);
        ArgumentNullException.ThrowIfNull(portfolio);
        options ??= new EvaluatorOptions();
        options.Validate();
        grid.Check(span, nameof(span));
        if (span.Count == 0)
            throw new ArgumentException("The span has no decision day: the data has no trading day in it that a later one follows.", nameof(span));

        var equalWeight = EqualWeight.Run(grid, span, portfolio);
        var random = RandomPortfolios.Run(grid, span, portfolio, seed, options.Portfolios);
        var names = Order(routers.Keys);
        var simulations = Array.ConvertAll(names, name => Simulator.Run(grid, routers[name], span, portfolio));
        var forecasts = Array.ConvertAll(names, name => InformationCoefficient.From(grid, routers[name], span, portfolio.Fill));
        var volumes = options.Volumes ?? TrailingVolume.Of(grid);
        var bootstrap = new BootstrapOptions { Seed = seed, Replications = options.Replications };
        var statistics = RouterStatistics.Of(simulations, forecasts, equalWeight, bootstrap, options.TrialsOrUses);
        var result = new EvaluationResult
        {
            From = grid.Days[span.First],
            To = grid.Days[span.End - 1],
            Days = span.Count,
            Instruments = Enumerable.Range(0, grid.InstrumentCount).Count(i => Enumerable.Range(span.First, span.Count).Any(day => grid.Has(day, i))),
            Options = portfolio,
            Seed = seed,
            Portfolios = options.Portfolios,
            Routers =
            [
                .. names.Select((name, i) => Judge(
                    name, simulations[i], random,
                    RelabelledPortfolios.Run(grid, span, simulations[i], portfolio, seed, options.Portfolios),
                    forecasts[i],
                    statistics[i],
                    routers[name].MeanExpertsUsed(span),
                    options.Disagreements?.GetValueOrDefault(name)) with
                {
                    Capacity = volumes is null ? null : Capacity.Of(grid, span, simulations[i], equalWeight, portfolio, volumes)
                })
            ],
            EqualWeight = new EqualWeightEvaluation(
                ReturnMetrics.From(equalWeight.GrossReturns), ReturnMetrics.From(equalWeight.NetReturns), equalWeight.MeanTurnover,
                SharpeBootstrap.Interval(equalWeight.NetReturns, bootstrap).Times(Math.Sqrt(span.Count)),
                ProbabilisticSharpe.Of(SharpeEstimate.From(equalWeight.NetReturns))),
            Random = new RandomEvaluation(Distribution.From(random.SharpeRatios), Distribution.From(random.TotalReturns)),
            SuperiorAbility = SuperiorAbility.Of(Array.ConvertAll(simulations, one => one.NetReturns), equalWeight.NetReturns, bootstrap),
            Level = options.Level,
            Overfitting = options.Overfitting,
            Trials = options.TrialsOrUses,
            ValidationUses = options.ValidationUses
        };
        return new EvaluationOutcome(result, new EvaluationCurves(simulations, equalWeight, random.EquityBand()));
    }

    private static RouterEvaluation Judge(
        string name,
        SimulationResult simulation,
        PortfolioSet random,
        RelabelledResult relabelled,
        InformationCoefficient forecast,
        RouterStatistics statistics,
        double expertsUsed,
        Disagreement? disagreement)
    {
        var (gross, net) = (ReturnMetrics.From(simulation.GrossReturns), ReturnMetrics.From(simulation.NetReturns));
        return new RouterEvaluation
        {
            Name = name,
            Gross = gross,
            Net = net,
            Forecast = forecast,
            Turnover = simulation.MeanTurnover,
            ExpertsUsed = expertsUsed,
            PercentileAmongRandom = random.PercentileOf(gross.Paper.SharpeRatio),
            PercentileAmongRelabelled = relabelled.Gross.PercentileOf(gross.Paper.SharpeRatio),
            PercentileAmongRelabelledNet = relabelled.Net.PercentileOf(net.Paper.SharpeRatio),
            Statistics = statistics,
            Disagreement = disagreement
        };
    }

    private static string[] Order(IEnumerable<string> names) =>
    [
        .. names.OrderBy(name => (uint)Array.IndexOf(PaperRouters, name)).ThenBy(name => name, StringComparer.Ordinal)
    ];
}
