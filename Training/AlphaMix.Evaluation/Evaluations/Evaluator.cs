using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Factors;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// Evaluates strategies, each traded by its own rule: daily or low-turnover, of one pool or of dated ones. 1/N and permuted portfolios
/// trade the same days at the same costs by the same ledger, random ones without costs.
/// </summary>
internal static class Evaluator
{
    /// <summary>Evaluates strategies.</summary>
    /// <param name="simulator">Prices, decision days (at least one) and fill.</param>
    /// <param name="strategies">The strategies, those judged before comparators; their names are unique.</param>
    /// <param name="costs">At least one cost model, the cheapest first; the verdict is about the last.</param>
    /// <param name="options">Seed, number of portfolios and further inputs; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The span is empty, there is no cost, two strategies have one name, a sheet does not have the shape of the grid, or options are not
    /// valid.
    /// </exception>
    public static EvaluationOutcome Evaluate(
        Simulator simulator, IReadOnlyList<Strategy> strategies, IReadOnlyList<ICostModel> costs, EvaluatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentNullException.ThrowIfNull(strategies);
        ArgumentNullException.ThrowIfNull(costs);
        options ??= new EvaluatorOptions();
        options.Validate();
        Check(simulator, strategies, costs);
        return new Evaluation(simulator, costs, options).Run(strategies);
    }

    private static void Check(Simulator simulator, IReadOnlyList<Strategy> strategies, IReadOnlyList<ICostModel> costs)
    {
        if (simulator.Span.Count == 0)
            throw new ArgumentException(
                "The span has no decision day: the data has no trading day in it that a later one follows.", nameof(simulator));
        if (costs.Count == 0)
            throw new ArgumentException("Expected at least one cost, found none.", nameof(costs));
        if (strategies.GroupBy(strategy => strategy.Name).FirstOrDefault(same => same.Count() > 1) is { } twins)
            throw new ArgumentException(
                $"Strategies must have names of their own, found '{twins.Key}' {twins.Count()} times.", nameof(strategies));
        foreach (var model in costs.OfType<ProportionalCosts>())
            model.Validate();
    }

    /// <summary>One evaluation: what all its strategies share.</summary>
    private sealed class Evaluation
    {
        private readonly Simulator _simulator;
        private readonly IReadOnlyList<ICostModel> _costs;
        private readonly EvaluatorOptions _options;
        private readonly BootstrapOptions _bootstrap;
        private readonly SimulationResult _equalWeight;
        private readonly SimulationResult[] _equalWeightAtCosts;
        private readonly FactorSet _factors;
        private readonly TrailingVolume? _volumes;
        private readonly Dictionary<(ScoreSheet Scores, RuleTimeline Rules), RankedPortfolio> _ranked = [];

        public Evaluation(Simulator simulator, IReadOnlyList<ICostModel> costs, EvaluatorOptions options)
        {
            (_simulator, _costs, _options) = (simulator, costs, options);
            _bootstrap = new BootstrapOptions { Seed = options.Seed, Replications = options.Replications };
            _equalWeight = simulator.RunEqualWeight(ProportionalCosts.None);
            _equalWeightAtCosts = [.. costs.Select(simulator.RunEqualWeight)];
            _factors = FactorSet.Trade(simulator, options.History ?? simulator.Grid, costs[^1], _equalWeightAtCosts[^1]);
            _volumes = options.Volumes ?? TrailingVolume.From(simulator.Grid);
        }

        public EvaluationOutcome Run(IReadOnlyList<Strategy> strategies)
        {
            var random = Random(strategies);
            var traded = strategies.Select(Trade).ToArray();
            var forecasts = strategies
                .Select(strategy => InformationCoefficient.From(_simulator.Grid, strategy.Scores, _simulator.Span, _simulator.Fill))
                .ToArray();
            var statistics = Statistics(strategies, traded, forecasts);
            var attributions = ByFamily(
                strategies,
                members => FactorAttribution.Compute(
                    Array.ConvertAll(members, s => traded[s].Curves.Net.NetReturns), _factors, _bootstrap));
            var judged = traded.Where((_, s) => !strategies[s].IsComparator).Select(one => one.Curves.Net.NetReturns).ToArray();
            var result = new EvaluationResult
            {
                From = _equalWeight.Days[0],
                To = _equalWeight.Days[^1],
                Days = _simulator.Span.Count,
                Instruments = _simulator.Grid.InstrumentsIn(_simulator.Span),
                Fill = _simulator.Fill,
                Costs = _costs,
                Seed = _options.Seed,
                Portfolios = _options.Portfolios,
                Strategies = [.. strategies.Select((strategy, s) => Judge(strategy, traded[s], forecasts[s], statistics[s], random) with
                {
                    Factors = attributions[s]
                })],
                EqualWeight = EqualWeight(),
                Factors = FactorEvaluation.From(_factors),
                Random = random is null ? null
                    : new RandomEvaluation(Distribution.From(random.SharpeRatios), Distribution.From(random.TotalReturns)),
                SuperiorAbility = SuperiorAbility.Compute(judged, _equalWeightAtCosts[^1].NetReturns, _bootstrap),
                OverComparators = OverComparators(strategies, traded),
                Level = _options.Level,
                Folds = _options.Folds,
                Journal = _options.Journal,
                Overfitting = _options.Overfitting,
                Trials = _options.TrialsOrUses,
                TrialsGiven = _options.Trials,
                ValidationUses = _options.ValidationUses
            };
            var curves = new EvaluationCurves(
                [.. traded.Select(one => one.Curves)],
                _equalWeight,
                _equalWeightAtCosts,
                random?.EquityBand(),
                traded.FirstOrDefault()?.Permuted?.Gross.EquityBand());
            return new EvaluationOutcome(result, curves, _simulator);
        }

        private PortfolioSet? Random(IReadOnlyList<Strategy> strategies) =>
            _options.Portfolios > 0 && strategies.FirstOrDefault(TradesDailyTopK) is { Rules: var daily }
                ? RandomPortfolios.Run(
                    _simulator, day => ((DailyTopK)daily.At(day)).TopK, _options.Seed, _options.Portfolios, _options.Threads)
                : null;

        /// <summary>Returns whether a strategy holds the daily top k; a mixture holds more names.</summary>
        private static bool TradesDailyTopK(Strategy strategy) => strategy is { Mixture: null, Rules.First: DailyTopK };

        private Traded Trade(Strategy strategy)
        {
            var portfolio = PortfolioOf(strategy);
            var free = _simulator.Run(portfolio, ProportionalCosts.None);
            SimulationResult[] atCosts = [.. _costs.Select(costs => _simulator.Run(portfolio, costs))];
            var curves = new StrategyCurves(strategy.Name, free, atCosts);
            if (_options.Portfolios == 0)
                return new Traded(curves, null, null);

            // One set serves gross and net figures, unless a rule decides otherwise where trading is dear.
            var net = Permute(portfolio, _costs[^1]);
            var isSame = free.GrossReturns.AsSpan().SequenceEqual(curves.Net.GrossReturns);
            return new Traded(curves, isSame ? net : Permute(portfolio, ProportionalCosts.None), net);
        }

        private Portfolio PortfolioOf(Strategy strategy) => strategy.Mixture is { } mixture
            ? new MixedPortfolio(mixture, [.. strategy.Parts.Select(Rank)])
            : Rank(strategy);

        /// <summary>Ranks a strategy; once, though it trades alone and in mixtures.</summary>
        private RankedPortfolio Rank(Strategy strategy)
        {
            if (!_ranked.TryGetValue((strategy.Scores, strategy.Rules), out var ranked))
                _ranked.Add((strategy.Scores, strategy.Rules), ranked = _simulator.Rank(strategy.Scores, strategy.Rules));
            return ranked;
        }

        private PermutedResult Permute(Portfolio portfolio, ICostModel costs) =>
            PermutedPortfolios.Run(_simulator, portfolio, costs, _options.Seed, _options.Portfolios, _options.Threads);

        private StrategyStatistics[] Statistics(
            IReadOnlyList<Strategy> strategies, Traded[] traded, InformationCoefficient[] forecasts) => ByFamily(
            strategies,
            members => StrategyStatistics.Compute(
                Array.ConvertAll(members, s => traded[s].Curves),
                Array.ConvertAll(members, s => forecasts[s]),
                _equalWeight,
                _equalWeightAtCosts[^1],
                _bootstrap,
                _options.TrialsOrUses));

        /// <summary>
        /// Returns figures in the order of the strategies: p-values of those judged allow for each other, comparators stand alone.
        /// </summary>
        private static T[] ByFamily<T>(IReadOnlyList<Strategy> strategies, Func<int[], T[]> compute)
        {
            int[] judged = [.. Enumerable.Range(0, strategies.Count).Where(s => !strategies[s].IsComparator)];
            var together = compute(judged);
            return
            [
                .. Enumerable.Range(0, strategies.Count).Select(
                    s => Array.IndexOf(judged, s) is >= 0 and var place ? together[place] : compute([s])[0])
            ];
        }

        private StrategyEvaluation Judge(
            Strategy strategy, Traded traded, InformationCoefficient forecast, StrategyStatistics statistics, PortfolioSet? random)
        {
            var gross = ReturnMetrics.From(traded.Curves.Free.GrossReturns);
            var net = ReturnMetrics.From(traded.Curves.Net.NetReturns);
            return new StrategyEvaluation
            {
                Name = strategy.Name,
                Rules = strategy.Rules.Entries,
                Mixture = MixtureEvaluation.From(strategy, traded.Curves.Net.Shares),
                IsComparator = strategy.IsComparator,
                Gross = gross,
                Forecast = forecast,
                Turnover = traded.Curves.Free.MeanTurnover,
                ExpertsUsed = strategy.Scores.MeanExpertsUsed(_simulator.Span),
                PercentileAmongRandom = TradesDailyTopK(strategy) && random is not null
                    ? random.PercentileOf(gross.Paper.SharpeRatio)
                    : double.NaN,
                PercentileAmongPermuted = traded.Permuted?.Gross.PercentileOf(gross.Paper.SharpeRatio) ?? double.NaN,
                PercentileAmongPermutedNet = traded.PermutedNet?.Net.PercentileOf(net.Paper.SharpeRatio) ?? double.NaN,
                ActivePercentileAmongPermuted =
                    traded.Permuted?.Gross.ActivePercentileOf(traded.Curves.Free.GrossReturns, _equalWeight.GrossReturns) ?? double.NaN,
                Statistics = statistics,
                Costs = [.. _costs.Select((costs, c) => Scenario(costs, traded.Curves.AtCosts[c], _equalWeightAtCosts[c]))],
                Capacity = strategy.IsComparator || _volumes is null
                    ? null
                    : Capacity.Compute(_simulator, traded.Curves.Net, _equalWeightAtCosts[^1], _volumes),
                Disagreement = strategy.Disagreement
            };
        }

        private CostScenario Scenario(ICostModel costs, SimulationResult own, SimulationResult equalWeight) => new()
        {
            Costs = costs,
            Net = ReturnMetrics.From(own.NetReturns),
            OverEqualWeight = ActiveReturn.Compute("1/N", own.NetReturns, equalWeight.NetReturns, _bootstrap),
            EqualWeightNet = ReturnMetrics.From(equalWeight.NetReturns),
            FallbackDays = own.FallbackDays,
            FallbackReason = Array.Find(own.Fallbacks, reason => reason is not null)
        };

        private EqualWeightEvaluation EqualWeight()
        {
            var net = _equalWeightAtCosts[^1].NetReturns;
            return new EqualWeightEvaluation(
                ReturnMetrics.From(_equalWeight.GrossReturns),
                ReturnMetrics.From(net),
                _equalWeight.MeanTurnover,
                SharpeBootstrap.Interval(net, _bootstrap).Times(Math.Sqrt(net.Length)),
                ProbabilisticSharpe.Compute(SharpeEstimate.From(net)));
        }

        private ActiveReturn[] OverComparators(IReadOnlyList<Strategy> strategies, Traded[] traded) =>
        [
            .. from s in Enumerable.Range(0, traded.Length)
               where strategies[s].IsComparator
               from c in Enumerable.Range(0, _costs.Count)
               select ActiveReturn.Compute(
                   strategies[s].Name, traded[0].Curves.AtCosts[c].NetReturns, traded[s].Curves.AtCosts[c].NetReturns, _bootstrap)
        ];

        /// <summary>A strategy's paths and its permuted portfolios, for gross figures and for net ones.</summary>
        private sealed record Traded(StrategyCurves Curves, PermutedResult? Permuted, PermutedResult? PermutedNet);
    }
}
