using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Experiments.Data;

/// <summary>
/// What all models of an experiment share: training data, the windows of the test span, and the prices that portfolios are valued at. No
/// seed
/// is in it.
/// </summary>
internal sealed class ExperimentData
{
    private readonly TrainingConfiguration _configuration;
    private readonly int _portfolios;
    private readonly double _costBps;
    private readonly Dictionary<int, PortfolioJudge> _judges = [];

    private ExperimentData(
        TrainingData training, TrainingConfiguration configuration, DepartureSet departures, double costBps, int portfolios)
    {
        (Training, _configuration, _costBps, _portfolios) = (training, configuration, costBps, portfolios);
        var split = configuration.Split;
        var series = training.Panel.Series;
        BarSeries[] prices = departures.Has(Departure.RawClose) ? [.. series.Select(RawClosePrices.From)] : [.. series];
        Test = new ScoredSpan(prices, SampleBuilder.Windows(training.Panel, split.TestFrom, split.TestTo), split.TestFrom, split.TestTo);
        Validation = new ScoredSpan(
            [.. prices.Select(each => each.Before(split.TestFrom))], training.Validation, split.ValidationFrom, split.TestFrom);
        if (Test.Span.Count == 0 || Test.Samples.Length == 0)
            throw new ConfigurationException(
                $"The test span {split.TestFrom:yyyy-MM-dd}..{split.TestTo:yyyy-MM-dd} has no day with a full window and a later price. "
                    + "Set split to "
                    + "days the data has.");
    }

    /// <summary>Gets the training data.</summary>
    public TrainingData Training { get; }

    /// <summary>Gets the test span.</summary>
    public ScoredSpan Test { get; }

    /// <summary>Gets all prices of the data, those before the test span included: what factors are computed from.</summary>
    public MarketGrid History => field ??= MarketGrid.From(Training.Panel.Series, DateOnly.MinValue);

    /// <summary>Gets the validation span, whose prices end with it.</summary>
    public ScoredSpan Validation { get; }

    /// <summary>Prepares the data.</summary>
    /// <param name="series">Bars of the instruments, the test span included.</param>
    /// <param name="configuration">Features, label, split, portfolio.</param>
    /// <param name="departures">Those that are on; the ones that concern data are followed here.</param>
    /// <param name="costBps">Cost a side in basis points.</param>
    /// <param name="portfolios">Number of random portfolios, and of permuted ones for each model.</param>
    /// <exception cref="ConfigurationException">A span has no sample.</exception>
    public static ExperimentData Prepare(
        IReadOnlyList<BarSeries> series, TrainingConfiguration configuration, DepartureSet departures, double costBps, int portfolios)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(departures);
        return new ExperimentData(AuthorsData.Prepare(series, configuration, departures), configuration, departures, costBps, portfolios);
    }

    /// <summary>Returns the judge of the test span.</summary>
    /// <param name="topK">Names held; null for the configuration's.</param>
    internal PortfolioJudge Judge(int? topK = null)
    {
        var k = topK ?? _configuration.Portfolio.TopK;
        if (!_judges.TryGetValue(k, out var judge))
            _judges[k] = judge = new PortfolioJudge(Test.Grid, Test.Span, k, Fill, _costBps, _portfolios);
        return judge;
    }

    /// <summary>Returns Pro of scores: their total return on the validation span as a fraction, no costs (paper, section 4.2).</summary>
    /// <param name="scores">One score in [0, 1] a validation sample.</param>
    public double ValidationProfit(ReadOnlySpan<float> scores) => Simulator.Run(
        Validation.Grid,
        Validation.Sheet(scores),
        Validation.Span,
        new DailyTopK { TopK = _configuration.Portfolio.TopK },
        new TradingTerms { Fill = Fill }).GrossReturns.Sum();

    private FillRule Fill => _configuration.LabelSpec.BeginsAtOpen ? FillRule.NextOpen : FillRule.Close;
}
