using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Data;

/// <summary>
/// Judges scores on one span by one portfolio rule, each beside 1/N, random and relabelled portfolios of the same days. The nulls' seed is
/// fixed, so that all models meet the same ones.
/// </summary>
internal sealed class PortfolioJudge
{
    /// <summary>Seed of random and relabelled portfolios.</summary>
    public const long NullSeed = 1;

    private readonly PortfolioSet _random;
    private readonly int _portfolios;

    /// <summary>Initializes a new instance of the <see cref="PortfolioJudge"/> class.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days, at least one.</param>
    /// <param name="options">Portfolio and costs.</param>
    /// <param name="portfolios">Number of random portfolios, and of relabelled ones for each model.</param>
    public PortfolioJudge(MarketGrid grid, EvaluationSpan span, PortfolioOptions options, int portfolios)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(options);
        (Grid, Span, Options, _portfolios) = (grid, span, options, portfolios);
        _random = RandomPortfolios.Run(grid, span, options, NullSeed, portfolios);
        RandomBand = _random.EquityBand();
        var equalWeight = EqualWeight.Run(grid, span, options);
        Market = new MarketRecord(
            grid.Days[span.First],
            grid.Days[span.End - 1],
            span.Count,
            Enumerable.Range(0, grid.InstrumentCount).Count(i => Enumerable.Range(span.First, span.Count).Any(day => grid.Has(day, i))),
            options.TopK,
            PaperMetrics.From(equalWeight.GrossReturns),
            PaperMetrics.From(equalWeight.NetReturns),
            equalWeight.GrossReturns,
            Distribution.From(_random.SharpeRatios),
            Distribution.From(_random.TotalReturns));
    }

    /// <summary>Gets the prices.</summary>
    public MarketGrid Grid { get; }

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span { get; }

    /// <summary>Gets the portfolio and its costs.</summary>
    public PortfolioOptions Options { get; }

    /// <summary>Gets 1/N and the random portfolios.</summary>
    public MarketRecord Market { get; }

    /// <summary>Gets where the random portfolios' equity lies, day by day.</summary>
    public EquityBand RandomBand { get; }

    /// <summary>Judges scores.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="scores">P(up) in the shape of the grid.</param>
    public PortfolioRecord Judge(string name, ScoreSheet scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var simulation = Simulator.Run(Grid, scores, Span, Options);
        var relabelled = RelabelledPortfolios.Run(Grid, Span, simulation, Options, NullSeed, _portfolios);
        var forecast = InformationCoefficient.From(Grid, scores, Span, Options.Fill);
        var (gross, net) = (PaperMetrics.From(simulation.GrossReturns), PaperMetrics.From(simulation.NetReturns));
        return new PortfolioRecord
        {
            Name = name,
            Gross = gross,
            Net = net,
            Turnover = simulation.MeanTurnover,
            Accuracy = forecast.Accuracy,
            Ic = forecast.Ic,
            BeatsRandom = _random.PercentileOf(gross.SharpeRatio),
            BeatsRelabelled = relabelled.Gross.PercentileOf(gross.SharpeRatio),
            BeatsRelabelledNet = relabelled.Net.PercentileOf(net.SharpeRatio),
            RelabelledSharpe = Distribution.From(relabelled.Gross.SharpeRatios),
            Daily = simulation.GrossReturns,
            ExpertsAsked = scores.MeanExpertsUsed(Span)
        };
    }
}
