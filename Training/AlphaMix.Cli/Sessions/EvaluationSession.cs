using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Diagnostics;
using AlphaMix.Training.Journals;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Sessions;

/// <summary>Evaluates pools - one, or the dated ones of a walk-forward run - on a span of days, each by the rule it carries.</summary>
internal sealed class EvaluationSession
{
    /// <summary>Permuted portfolios of a rule that holds on to its names, each of which costs a simulation over all names.</summary>
    internal const int FewerPortfolios = 200;

    private const int Portfolios = 1000;

    private readonly IReadOnlyList<DatedPool> _pools;
    private readonly IReadOnlyList<BarSeries> _series;
    private readonly EvaluationRequest _request;
    private readonly TimelineScorer _timeline;
    private readonly RuleTimeline _rules;
    private readonly IReadOnlyList<string> _routers;
    private readonly Simulator _simulator;
    private readonly Lazy<MarketGrid> _history;

    /// <summary>Initializes a new instance of the <see cref="EvaluationSession"/> class.</summary>
    /// <param name="pools">The pools, in the order of their days.</param>
    /// <param name="series">Bars of the instruments.</param>
    /// <param name="request">What is asked.</param>
    /// <exception cref="UsageException">The span cannot be used, or an option does not fit the pools.</exception>
    public EvaluationSession(IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series, EvaluationRequest request)
    {
        (_pools, _series, _request) = (PoolSpan.Check(pools, request), series, request);
        _timeline = new TimelineScorer(
            _pools, series, request.Threads, request.From, request.To, request.AllowInSample, request.Extensions);
        _rules = _timeline.Rules.Select(request.RuleFor);
        _routers = request.RoutersAmong(_timeline.Routers);
        _simulator = new Simulator(_timeline.Grid, _timeline.Span, request.Fill ?? _timeline.Fill);
        _history = new Lazy<MarketGrid>(() => MarketGrid.From(_timeline.Scorers[0].Windows.Panel.Series, DateOnly.MinValue));
    }

    /// <summary>Gets the instruments without scores because a pool's scaler does not know them.</summary>
    public IReadOnlyList<string> Silent => _timeline.Silent;

    /// <summary>Gets a value indicating whether there is a day with a full window and a later price.</summary>
    public bool HasDays => _timeline.Span.Count > 0 && _timeline.WindowCount > 0;

    /// <summary>Throws unless there is something to evaluate, and prints which instruments have no scores.</summary>
    /// <exception cref="UsageException">There is not.</exception>
    public EvaluationSession Require(Terminal terminal)
    {
        if (Silent.Count > 0)
            terminal.Line($"Silent, unknown to the pool's scaler: {string.Join(", ", Silent)}");
        var (from, to) = (_request.From ?? _pools[0].From, _request.To ?? _pools[^1].To);
        return HasDays
            ? this
            : throw new UsageException(
                $"--from {from:yyyy-MM-dd} --to {to:yyyy-MM-dd}: the data has no day there with a full window and a later price.");
    }

    /// <summary>Evaluates.</summary>
    public EvaluationOutcome Evaluate()
    {
        var strategies = Strategies();
        var mixtures = _request.Mixtures.Select(
            mixture => Strategy.Mix($"mixture:{mixture.Key}", mixture.Value, strategies, _simulator.Grid));
        IReadOnlyList<Strategy> comparators = _request.WithComparators ? _timeline.Comparators() : [];
        Strategy[] all = [.. strategies, .. mixtures, .. comparators];
        return Evaluator.Evaluate(_simulator, all, _request.Costs(_rules.First), new EvaluatorOptions
        {
            Seed = _pools[0].Pool.Manifest.Seed,
            Portfolios = _rules.First is DailyTopK ? Portfolios : FewerPortfolios,
            Threads = _request.Threads,
            Level = _request.Level,
            Trials = _request.Trials,
            ValidationUses = Uses(),
            Volumes = TrailingVolume.From(_history.Value),
            History = _history.Value,
            Folds = _timeline.Folds,
            Journal = _request.Audit,
            Overfitting = _request.WithOverfitting && _pools.Count == 1
                ? OverfittingMeter.Measure(_timeline.Scorers[0], _timeline.Span, _series, _rules.First, _simulator.Fill, _request.Threads)
                : null
        });
    }

    /// <summary>Computes the diagnostics that reports show.</summary>
    /// <param name="outcome">What <see cref="Evaluate"/> returned.</param>
    public RunDiagnostics Examine(EvaluationOutcome outcome)
    {
        var sheets = _routers.ToDictionary(router => router, _timeline.Probabilities);
        return RunDiagnostics.Compute(outcome, sheets, _history.Value, _pools[0].Pool.Manifest.Label.Horizon) with
        {
            Pool = _pools.Count == 1 ? PoolExaminer.Examine(_timeline.Scorers[0], outcome) : null
        };
    }

    /// <summary>
    /// Returns the value at each close of a portfolio that trades at the next open, as a multiple of the starting capital.
    /// </summary>
    public IReadOnlyList<KeyValuePair<DateOnly, double>> Closes(string router)
    {
        var simulation = _simulator.Run(_timeline.Scores(router), _rules, _request.Costs(_rules.First)[^1]);
        var values = ClosingValues.Compute(_simulator.Grid, _simulator.Span, simulation);
        return [.. values.Select((value, k) => KeyValuePair.Create(_simulator.Grid.Days[_simulator.Span.First + k + 1], value))];
    }

    /// <summary>
    /// Writes every day's ranking by one router: byte for byte what the LEAN algorithm AlphaMixStrategy writes with its parameter
    /// <c>scores</c>.
    /// </summary>
    public void WriteScores(string path)
    {
        var router = _routers[0];
        var (grid, sheet) = (_timeline.Grid, _timeline.Probabilities(router));

        // The last day of the data is ranked too, although no portfolio can be decided on it.
        var days = new EvaluationSpan(
            _timeline.Span.First, grid.Days.Count(day => _request.To is null || day < _request.To) - _timeline.Span.First);
        var ranking = Ranking.Compute(grid, _timeline.Scores(router), days, _rules.First.ScoreDays);
        using var csv = new StreamWriter(path) { NewLine = "\n" };
        csv.WriteLine("date,instrument,rank,probability_up,experts");
        for (var day = days.First; day < days.End; day++)
        {
            var order = ranking.Order(day);
            for (var rank = 0; rank < order.Length; rank++)
            {
                var i = order[rank];
                csv.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{grid.Days[day]:yyyy-MM-dd},{grid.Instruments[i]},{rank + 1},{sheet[day, i]:R},"
                        + $"{sheet.ExpertsUsed[day * grid.InstrumentCount + i]}"));
            }
        }
    }

    /// <summary>Returns what is judged: the entries of a journal, or the pools' routers.</summary>
    private Strategy[] Strategies() => _request.Entries is { } entries
        ? [JournalJudge.ToStrategy(entries, _timeline.Grid, _rules)]
        : [.. _timeline.Strategies(_routers, _rules).Select(strategy => strategy with { Disagreement = DisagreementOf(strategy.Name) })];

    /// <summary>Returns how often the groups decide differently; for the average of one pool alone, whose members they are.</summary>
    private Disagreement? DisagreementOf(string strategy)
    {
        if (strategy != RouterNames.Average || _pools.Count > 1)
            return null;
        var decisions = _timeline.Scorers[0].Decisions();
        var count = _timeline.WindowCount;
        var interleaved = new byte[decisions.Length * count];
        for (var g = 0; g < decisions.Length; g++)
        {
            for (var i = 0; i < count; i++)
                interleaved[i * decisions.Length + g] = decisions[g][i] ? (byte)1 : (byte)0;
        }

        return Disagreement.From(interleaved, decisions.Length);
    }

    /// <summary>Returns how often the validation spans of all pools were used.</summary>
    private ValidationUses Uses()
    {
        int Sum(string purpose) => _pools.Sum(dated => dated.Pool.Manifest.ValidationUses.GetValueOrDefault(purpose));
        var uses = new ValidationUses
        {
            Epochs = Sum("epochs"),
            TopK = Sum("topK"),
            W = Sum("W"),
            S = Sum("S"),
            R = Sum("R"),
            Calibration = Sum("calibration")
        };
        return uses with { Extensions = _pools.Sum(dated => dated.Pool.Manifest.ValidationUses.Values.Sum()) - uses.Total };
    }
}
