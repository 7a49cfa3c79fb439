using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Scoring;

/// <summary>Scores a stretch of days with one pool after another: on each day the pool that is in force, as the plugin does with dated pools.</summary>
public sealed class TimelineScorer
{
    private readonly IReadOnlyList<DatedPool> _pools;
    private readonly PoolScorer[] _scorers;
    private readonly Panel[] _panels;

    /// <summary>Initializes a new instance of the <see cref="TimelineScorer"/> class.</summary>
    /// <param name="pools">Pools in the order of their days, at least one, all of one feature specification; each was fitted before its first day.</param>
    /// <param name="series">Bars of the instruments.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <param name="from">First decision day; null for the first pool's. Scores of days before it enter the averages of a slow portfolio.</param>
    /// <param name="to">First day that is none; null for the last pool's end.</param>
    /// <exception cref="ArgumentException">Pools of different features or rules, out of order, or in force on days that entered their fit.</exception>
    public TimelineScorer(IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series, int threads, DateOnly? from = null, DateOnly? to = null)
    {
        ArgumentNullException.ThrowIfNull(pools);
        ArgumentNullException.ThrowIfNull(series);
        Check(pools);
        _pools = pools;
        Grid = MarketGrid.From([.. series.Select(each => each.Usable())], pools[0].From);
        Span = Grid.Span(from ?? pools[0].From, to ?? pools[^1].To);
        _panels = PanelsOf(pools, series);
        _scorers = [.. pools.Select((dated, i) => new PoolScorer(dated.Pool, _panels[i], Grid, dated.From, dated.To, threads))];
    }

    /// <summary>Gets the prices from the first day on.</summary>
    public MarketGrid Grid { get; }

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span { get; }

    /// <summary>Gives the daily scores.</summary>
    /// <param name="router">A router that all pools have.</param>
    /// <param name="priorWeight">Share of the prior; null for the rule's.</param>
    public ScoreSheet DailyScores(RouterKind router, double? priorWeight = null) =>
        Together(scorer => scorer.DailyScores(router, priorWeight));

    /// <summary>Gives the scores of a ridge regression fitted, fold by fold, on the samples that the fold's pool was trained on.</summary>
    public ScoreSheet Ridge()
    {
        var sheets = new ScoreSheet[_pools.Count];
        for (var i = 0; i < sheets.Length; i++)
            sheets[i] = _scorers[i].Ranks(RidgeRegression.Fit(_panels[i], _pools[i].Pool.Manifest).Of);
        return Together(scorer => sheets[Array.IndexOf(_scorers, scorer)]);
    }

    private ScoreSheet Together(Func<PoolScorer, ScoreSheet> score)
    {
        var all = new ScoreSheet(Grid);
        foreach (var scorer in _scorers)
        {
            var sheet = score(scorer);
            for (var day = scorer.Span.First; day < Grid.DayCount && day < scorer.Span.End; day++)
            {
                for (var i = 0; i < Grid.InstrumentCount; i++)
                    all[day, i] = sheet[day, i];
            }
        }

        return all;
    }

    /// <summary>Gives each pool its panel; pools whose scalers fit nothing share one.</summary>
    private static Panel[] PanelsOf(IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series)
    {
        if (pools.All(dated => dated.Pool.Scaler.Kind is ScalerKind.None or ScalerKind.CrossSectional))
        {
            var shared = Scaled(pools[0].Pool, series);
            return [.. pools.Select(_ => shared)];
        }

        return [.. pools.Select(dated => Scaled(dated.Pool, series))];
    }

    private static Panel Scaled(Pool pool, IReadOnlyList<BarSeries> series)
    {
        var unknown = series.Select(each => each.Instrument).Where(name => !pool.Scaler.Knows(name)).ToArray();
        if (unknown.Length > 0)
            throw new ArgumentException($"A timeline needs one universe: the {pool.Scaler.Kind} scaler of the pool fitted through {pool.Manifest.FittedThrough:yyyy-MM-dd} does not know {string.Join(", ", unknown)}.");
        var panel = Panel.Compute(series, pool.Manifest.Features);
        panel.Scale(pool.Scaler);
        return panel;
    }

    private static void Check(IReadOnlyList<DatedPool> pools)
    {
        if (pools.Count == 0)
            throw new ArgumentException("Expected at least one pool, found none.", nameof(pools));
        var first = pools[0].Pool.Manifest;
        for (var i = 0; i < pools.Count; i++)
        {
            var (from, to, pool) = pools[i];
            if (from >= to || (i > 0 && from < pools[i - 1].To))
                throw new ArgumentException($"Pools must follow each other in time, found one from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.", nameof(pools));
            if (pool.Manifest.FittedThrough >= from)
                throw new ArgumentException($"The pool in force from {from:yyyy-MM-dd} was fitted on prices through {pool.Manifest.FittedThrough:yyyy-MM-dd}.", nameof(pools));
            if (!pool.Manifest.Features.Features.SequenceEqual(first.Features.Features) || pool.Manifest.Features.Window != first.Features.Window)
                throw new ArgumentException($"The pool in force from {from:yyyy-MM-dd} has other features than the first.", nameof(pools));
        }
    }
}
