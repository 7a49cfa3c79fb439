using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// Evaluates strategies, each traded by its own rule: daily or low-turnover, of one pool or of dated ones. 1/N, random and permuted
/// portfolios stand on the same days, at the same costs, kept by the same ledger.
/// </summary>
internal static class Evaluator
{
    /// <summary>Evaluates strategies.</summary>
    /// <param name="simulator">Prices, decision days (at least one) and fill.</param>
    /// <param name="strategies">The strategies, those judged before comparators; their names are unique.</param>
    /// <param name="costs">What trades cost: at least one model, the cheapest first; the verdict is about the last.</param>
    /// <param name="options">Seed, number of portfolios and what else is known; null for the defaults.</param>
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
        private readonly TrailingVolume? _volumes;

        public Evaluation(Simulator simulator, IReadOnlyList<ICostModel> costs, EvaluatorOptions options)
        {
            (_simulator, _costs, _options) = (simulator, costs, options);
            _bootstrap = new BootstrapOptions { Seed = options.Seed, Replications = options.Replications };
            _equalWeight = simulator.RunEqualWeight(ProportionalCosts.None);
            _equalWeightAtCosts = [.. costs.Select(simulator.RunEqualWeight)];
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
                Strategies = [.. strategies.Select((strategy, s) => Judge(strategy, traded[s], forecasts[s], statistics[s], random))],
                EqualWeight = EqualWeight(),
                Random = random is null ? null
                    : new RandomEvaluation(Distribution.From(random.SharpeRatios), Distribution.From(random.TotalReturns)),
                SuperiorAbility = SuperiorAbility.Compute(judged, _equalWeightAtCosts[^1].NetReturns, _bootstrap),
                OverComparators = OverComparators(strategies, traded),
                Level = _options.Level,
                Folds = _options.Folds,
                Overfitting = _options.Overfitting,
                Trials = _options.TrialsOrUses,
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
            _options.Portfolios > 0 && strategies.FirstOrDefault(strategy => strategy.Rules.First is DailyTopK) is { Rules: var daily }
                ? RandomPortfolios.Run(
                    _simulator, day => ((DailyTopK)daily.At(day)).TopK, _options.Seed, _options.Portfolios, _options.Threads)
                : null;

        private Traded Trade(Strategy strategy)
        {
            var ranking = _simulator.Rank(strategy.Scores, strategy.Rules);
            var free = _simulator.Run(ranking, strategy.Rules, ProportionalCosts.None);
            SimulationResult[] atCosts = [.. _costs.Select(costs => _simulator.Run(ranking, strategy.Rules, costs))];
            var curves = new StrategyCurves(strategy.Name, free, atCosts);
            if (_options.Portfolios == 0)
                return new Traded(curves, null, null);

            // One set serves gross and net figures, unless the rule decides otherwise where trading is dear.
            var net = Permute(ranking, strategy.Rules, _costs[^1]);
            var isSame = free.Fallbacks.AsSpan().SequenceEqual(curves.Net.Fallbacks);
            return new Traded(curves, isSame ? net : Permute(ranking, strategy.Rules, ProportionalCosts.None), net);
        }

        private PermutedResult Permute(Ranking ranking, RuleTimeline rules, ICostModel costs) =>
            PermutedPortfolios.Run(_simulator, ranking, rules, costs, _options.Seed, _options.Portfolios, _options.Threads);

        /// <summary>
        /// Returns statistics in the order of the strategies: p-values of those judged allow for each other, comparators stand alone.
        /// </summary>
        private StrategyStatistics[] Statistics(IReadOnlyList<Strategy> strategies, Traded[] traded, InformationCoefficient[] forecasts)
        {
            int[] judged = [.. Enumerable.Range(0, traded.Length).Where(s => !strategies[s].IsComparator)];
            var together = Compute(judged);
            return
            [
                .. Enumerable.Range(0, traded.Length).Select(
                    s => Array.IndexOf(judged, s) is >= 0 and var place ? together[place] : Compute([s])[0])
            ];

            StrategyStatistics[] Compute(int[] members) => StrategyStatistics.Compute(
                Array.ConvertAll(members, s => traded[s].Curves),
                Array.ConvertAll(members, s => forecasts[s]),
                _equalWeight,
                _equalWeightAtCosts[^1],
                _bootstrap,
                _options.TrialsOrUses);
        }

        private StrategyEvaluation Judge(
            Strategy strategy, Traded traded, InformationCoefficient forecast, StrategyStatistics statistics, PortfolioSet? random)
        {
            var gross = ReturnMetrics.From(traded.Curves.Free.GrossReturns);
            var net = ReturnMetrics.From(traded.Curves.Net.NetReturns);
            var isDaily = strategy.Rules.First is DailyTopK;
            return new StrategyEvaluation
            {
                Name = strategy.Name,
                Rules = strategy.Rules.Entries,
                IsComparator = strategy.IsComparator,
                Gross = gross,
                Forecast = forecast,
                Turnover = traded.Curves.Free.MeanTurnover,
                ExpertsUsed = strategy.Scores.MeanExpertsUsed(_simulator.Span),
                PercentileAmongRandom = isDaily && random is not null ? random.PercentileOf(gross.Paper.SharpeRatio) : double.NaN,
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
