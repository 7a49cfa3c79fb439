using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Scoring;

/// <summary>
/// Scores a stretch of days with dated pools: on each day the pool that is in force, as the plugin does. A single pool is a timeline of
/// one.
/// </summary>
internal sealed class TimelineScorer
{
    private readonly IReadOnlyList<DatedPool> _pools;
    private readonly PoolScorer[] _scorers;
    private readonly ExtensionSet? _extensions;

    /// <summary>Initializes a new instance of the <see cref="TimelineScorer"/> class.</summary>
    /// <param name="pools">Pools in the order of their days, at least one, of one feature specification and one rule, whose parameters may
    /// differ but for the days of averaging.</param>
    /// <param name="series">Bars of the instruments; those that a pool's scaler does not know are left out.</param>
    /// <param name="threads">Number of threads, at least 1; the result is the same for any.</param>
    /// <param name="from">First decision day; null for the first pool's. Scores of days before it enter the averages of a rule that has
    /// some.</param>
    /// <param name="to">First day after the decisions; null for the last pool's end.</param>
    /// <param name="allowInSample">Whether a pool may be in force on days that entered its fit; the figures are then no evidence.</param>
    /// <param name="extensions">What the names of labels stand for (<see cref="Comparators"/>); null for this library's own.</param>
    /// <exception cref="ArgumentException">
    /// Pools of different features or rules, out of order, or in force on days that entered their fit; bars of another resolution than the
    /// features.
    /// </exception>
    public TimelineScorer(
        IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series, int threads, DateOnly? from = null, DateOnly? to = null,
        bool allowInSample = false, ExtensionSet? extensions = null)
    {
        ArgumentNullException.ThrowIfNull(pools);
        ArgumentNullException.ThrowIfNull(series);
        Check(pools, allowInSample);
        _pools = pools;
        _extensions = extensions;
        bool IsKnown(BarSeries each) => pools.All(dated => dated.Pool.Scaler.Knows(each.Instrument));
        Silent = [.. series.Where(each => !IsKnown(each)).Select(each => each.Instrument).Order(StringComparer.Ordinal)];
        BarSeries[] known = [.. series.Where(IsKnown).Select(each => each.Usable())];
        Rules = new RuleTimeline(pools.Select(dated => KeyValuePair.Create(dated.From, dated.Pool.Manifest.Rule)));
        // Averages need the scores of days before the first decision.
        var first = Rules.First.ScoreDays > 1 || from is null || from < pools[0].From ? pools[0].From : from.Value;
        Grid = MarketGrid.From(known, first);
        Span = Grid.Span(from ?? pools[0].From, to ?? pools[^1].To);
        var panels = PanelsOf(pools, known);
        _scorers =
        [
            .. pools.Select((dated, i) => new PoolScorer(
                dated.Pool, new SpanWindows(panels[i], Grid, Later(dated.From, first), Earlier(dated.To, to), threads)))
        ];
    }

    /// <summary>Gets the prices from the first day on.</summary>
    public MarketGrid Grid { get; }

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span { get; }

    /// <summary>Gets the rules that trade the scores: on each day that of the pool in force.</summary>
    public RuleTimeline Rules { get; }

    /// <summary>Gets when orders fill: at the next open where the label begins there.</summary>
    public FillRule Fill => _pools[0].Pool.Manifest.Label.BeginsAtOpen ? FillRule.NextOpen : FillRule.Close;

    /// <summary>Gets the number of windows scored.</summary>
    public int WindowCount => _scorers.Sum(scorer => scorer.Windows.Count);

    /// <summary>Gets the instruments that a pool's scaler does not know, and which therefore have no scores.</summary>
    public IReadOnlyList<string> Silent { get; }

    /// <summary>Gets the routers that all pools have.</summary>
    public IReadOnlyList<string> Routers =>
        [.. _pools[0].Pool.Routers.Where(router => _pools.All(dated => dated.Pool.Routers.Contains(router)))];

    /// <summary>Gets the pools as an evaluation lists them.</summary>
    public IReadOnlyList<Fold> Folds =>
    [
        .. _pools.Select(dated => new Fold(
            dated.From, dated.Pool.Manifest.FittedThrough, (dated.Pool.Manifest.Rule as RankBuffer)?.ExpectedTurnover ?? 0))
    ];

    /// <summary>Gets the scorers of the pools, in their order.</summary>
    internal IReadOnlyList<PoolScorer> Scorers => _scorers;

    private double? PriorWeight => _pools[0].Pool.Manifest.PriorWeight;

    /// <summary>Returns P(up) by a router, with the experts asked.</summary>
    public ScoreSheet Probabilities(string router) => Join(scorer => scorer.Probabilities(router));

    /// <summary>Returns the daily scores that the rule ranks by.</summary>
    public ScoreSheet Scores(string router) => Join(scorer => scorer.Scores(router, scorer.Pool.Manifest.PriorWeight));

    /// <summary>Returns routers as strategies, each traded by the pools' rules.</summary>
    /// <param name="routers">Routers that all pools have.</param>
    /// <param name="rules">Rules in place of the pools'; null for theirs.</param>
    public IReadOnlyList<Strategy> Strategies(IEnumerable<string> routers, RuleTimeline? rules = null) =>
        [.. routers.Select(router => new Strategy(router, Scores(router), rules ?? Rules))];

    /// <summary>
    /// Returns what a mixed score is compared with, traded by the same rules: <c>pool</c> the networks alone, <c>prior</c> the reversal
    /// prior alone, and <c>ridge</c> a linear regression on the pools' training samples. None where the score is P(up) itself.
    /// </summary>
    /// <exception cref="UnknownExtensionException">The pools' label, which the regression is fitted to, is not among the
    /// extensions.</exception>
    public IReadOnlyList<Strategy> Comparators()
    {
        if (PriorWeight is not { } share)
            return [];
        var comparators = new List<Strategy>();
        if (share is > 0 and < 1)
            comparators.Add(Comparator("pool", scorer => scorer.Scores(RouterNames.Average, 0)));
        if (Core.Signals.ReversalPrior.IsIn(_pools[0].Pool.Manifest.Features))
            comparators.Add(Comparator("prior", scorer => scorer.Scores(RouterNames.Average, 1)));
        comparators.Add(Comparator(
            "ridge", scorer => scorer.Ranks(RidgeRegression.Fit(scorer.Windows.Panel, scorer.Pool.Manifest, _extensions).Predict)));
        return comparators;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly? other) => other is { } end && end < one ? end : one;

    private Strategy Comparator(string name, Func<PoolScorer, ScoreSheet> score) => new(name, Join(score), Rules) { IsComparator = true };

    private ScoreSheet Join(Func<PoolScorer, ScoreSheet> score)
    {
        if (_scorers.Length == 1)
            return score(_scorers[0]);
        var all = new ScoreSheet(Grid);
        foreach (var scorer in _scorers)
            all.CopyFrom(score(scorer), scorer.Windows.Span);
        return all;
    }

    /// <summary>Returns each pool's panel: rows are computed once, and pools whose scalers fit nothing share scaled ones.</summary>
    private static Panel[] PanelsOf(IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series)
    {
        var unscaled = Panel.Compute(series, pools[0].Pool.Manifest.Features);
        var shared = new Dictionary<ScalerKind, Panel>();
        return [.. pools.Select(dated => PanelOf(dated.Pool.Scaler))];

        Panel PanelOf(Scaler scaler)
        {
            if (scaler.Kind is not (ScalerKind.None or ScalerKind.CrossSectional))
                return unscaled.Scaled(scaler);
            if (!shared.TryGetValue(scaler.Kind, out var panel))
                shared[scaler.Kind] = panel = unscaled.Scaled(scaler);
            return panel;
        }
    }

    private static void Check(IReadOnlyList<DatedPool> pools, bool allowInSample)
    {
        if (pools.Count == 0)
            throw new ArgumentException("Expected at least one pool, found none.", nameof(pools));
        var first = pools[0].Pool.Manifest;
        for (var i = 0; i < pools.Count; i++)
        {
            var (from, to, pool) = pools[i];
            var own = pool.Manifest;
            if (from >= to || (i > 0 && from < pools[i - 1].To))
                throw new ArgumentException(
                    $"Pools must follow each other in time, found one from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.", nameof(pools));
            if (own.FittedThrough >= from && !allowInSample)
                throw new ArgumentException(
                    $"The pool in force from {from:yyyy-MM-dd} was fitted on prices through {own.FittedThrough:yyyy-MM-dd}.",
                    nameof(pools));
            if (!own.Features.Features.SequenceEqual(first.Features.Features) || own.Features.Window != first.Features.Window)
                throw new ArgumentException($"The pool in force from {from:yyyy-MM-dd} has other features than the first.", nameof(pools));
            if (own.Rule.Name != first.Rule.Name || own.Rule.ScoreDays != first.Rule.ScoreDays)
                throw new ArgumentException(
                    $"Dated pools must have one portfolio rule, found {own.Rule.Name} over {own.Rule.ScoreDays} days from "
                        + $"{from:yyyy-MM-dd} and {first.Rule.Name} over {first.Rule.ScoreDays} days before.", nameof(pools));
            if (own.PriorWeight != first.PriorWeight)
                throw new ArgumentException(
                    $"The pool in force from {from:yyyy-MM-dd} has another share of the prior than the first.", nameof(pools));
        }
    }
}
