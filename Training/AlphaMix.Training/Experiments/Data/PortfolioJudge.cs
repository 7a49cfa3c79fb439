using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Data;

/// <summary>
/// Judges scores on one span by the daily top k, each beside 1/N, random and permuted portfolios of the same days. The nulls' seed is
/// fixed, so that all models meet the same ones.
/// </summary>
internal sealed class PortfolioJudge
{
    /// <summary>Seed of random and permuted portfolios.</summary>
    public const long NullSeed = 1;

    private readonly PortfolioSet _random;
    private readonly int _portfolios;

    /// <summary>Initializes a new instance of the <see cref="PortfolioJudge"/> class.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days, at least one.</param>
    /// <param name="topK">Names held.</param>
    /// <param name="fill">When orders fill.</param>
    /// <param name="costBps">Cost a side in basis points.</param>
    /// <param name="portfolios">Number of random portfolios, and of permuted ones for each model.</param>
    public PortfolioJudge(MarketGrid grid, EvaluationSpan span, int topK, FillRule fill, double costBps, int portfolios)
    {
        Simulator = new Simulator(grid, span, fill);
        Rule = new DailyTopK { TopK = topK };
        Costs = new ProportionalCosts { Bps = costBps };
        _portfolios = portfolios;
        _random = RandomPortfolios.Run(Simulator, topK, NullSeed, portfolios, Environment.ProcessorCount);
        RandomBand = _random.EquityBand();
        var equalWeight = Simulator.RunEqualWeight(Costs);
        Market = new MarketRecord(
            grid.Days[span.First],
            grid.Days[span.End - 1],
            span.Count,
            grid.InstrumentsIn(span),
            topK,
            PaperMetrics.From(equalWeight.GrossReturns),
            PaperMetrics.From(equalWeight.NetReturns),
            equalWeight.GrossReturns,
            Distribution.From(_random.SharpeRatios),
            Distribution.From(_random.TotalReturns));
    }

    /// <summary>Gets prices, decision days and fill.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets the rule that trades every model.</summary>
    public DailyTopK Rule { get; }

    /// <summary>Gets what trades cost.</summary>
    public ProportionalCosts Costs { get; }

    /// <summary>Gets 1/N and the random portfolios.</summary>
    public MarketRecord Market { get; }

    /// <summary>Gets where the random portfolios' equity lies, day by day.</summary>
    public EquityBand RandomBand { get; }

    /// <summary>Judges scores.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="scores">P(up) in the shape of the grid.</param>
    public PortfolioRecord Judge(string name, ScoreSheet scores)
    {
        var portfolio = Simulator.Rank(scores, new RuleTimeline(Rule));
        var simulation = Simulator.Run(portfolio, Costs);
        var permuted = PermutedPortfolios.Run(Simulator, portfolio, Costs, NullSeed, _portfolios, Environment.ProcessorCount);
        var forecast = InformationCoefficient.From(Simulator.Grid, scores, Simulator.Span, Simulator.Fill);
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
            BeatsPermuted = permuted.Gross.PercentileOf(gross.SharpeRatio),
            BeatsPermutedNet = permuted.Net.PercentileOf(net.SharpeRatio),
            PermutedSharpe = Distribution.From(permuted.Gross.SharpeRatios),
            Daily = simulation.GrossReturns,
            ExpertsAsked = scores.MeanExpertsUsed(Simulator.Span)
        };
    }
}
