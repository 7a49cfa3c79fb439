using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Signals;
using AlphaMix.Evaluation;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Scoring;

/// <summary>Scores every instrument and day of a span with every router of a pool: what the plugin would have said, day by day.</summary>
public sealed class PoolScorer
{
    private readonly Pool _pool;

    /// <summary>Initializes a new instance of the <see cref="PoolScorer"/> class.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="series">Bars of the instruments; those the pool's scaler does not know are left out.</param>
    /// <param name="from">First day scored.</param>
    /// <param name="to">First day not scored.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <exception cref="ArgumentException">The bars have another resolution than the pool's features.</exception>
    public PoolScorer(Pool pool, IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to, int threads)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(series);
        _pool = pool;
        Silent = [.. series.Select(each => each.Instrument).Where(name => !pool.Scaler.Knows(name)).Order(StringComparer.Ordinal)];
        Windows = new PoolWindows(pool, series, from, to, threads);
    }

    /// <summary>Initializes a new instance of the <see cref="PoolScorer"/> class on a panel that is scaled already.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="panel">Rows scaled by the pool's scaler.</param>
    /// <param name="grid">Prices of the panel's instruments, from the first day scored or before.</param>
    /// <param name="from">First day scored.</param>
    /// <param name="to">First day not scored.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    internal PoolScorer(Pool pool, Panel panel, MarketGrid grid, DateOnly from, DateOnly to, int threads)
    {
        _pool = pool;
        Silent = [];
        Windows = new PoolWindows(pool, panel, grid, from, to, threads);
    }

    /// <summary>Gets the windows scored.</summary>
    internal PoolWindows Windows { get; }

    /// <summary>Gets the prices from the first day scored on.</summary>
    public MarketGrid Grid => Windows.Grid;

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span => Windows.Span;

    /// <summary>Gets the number of windows scored.</summary>
    public int WindowCount => Windows.Count;

    /// <summary>Gets the instruments that the pool's scaler does not know, and which therefore stay silent.</summary>
    public IReadOnlyList<string> Silent { get; }

    /// <summary>Scores with one router.</summary>
    /// <param name="router">A router of the pool.</param>
    public ScoreSheet Score(RouterKind router)
    {
        var experts = new int[WindowCount];
        var offsets = Enumerable.Range(0, WindowCount).Select(Windows.Offset).ToArray();
        var probabilities = Windows.Score(_pool.Router(router), Windows.Panel.Rows, offsets, experts);
        var sheet = new ScoreSheet(Grid);
        for (var i = 0; i < probabilities.Length; i++)
        {
            sheet[Windows.Day(i), Windows.Instrument(i)] = probabilities[i];
            sheet.SetExpertsUsed(Windows.Day(i), Windows.Instrument(i), experts[i]);
        }

        return sheet;
    }

    /// <summary>Gives the score that the pool's rule ranks by: P(up) for the paper's daily strategy, else the mixture of the ranks of P(up) and the prior.</summary>
    /// <param name="router">A router of the pool.</param>
    /// <param name="priorWeight">Share of the prior; null for the rule's.</param>
    public ScoreSheet DailyScores(RouterKind router, double? priorWeight = null)
    {
        if (_pool.Manifest.TradingRule is not { } rule)
            return Score(router);
        var share = priorWeight ?? rule.PriorWeight;
        return MixedScores.Of(Windows, Score(router), share > 0 ? Forecasts(new ReversalPrior(Windows.Panel.Spec).Of) : [], share);
    }

    /// <summary>Gives the daily cross-sectional ranks of a forecast that is made from a window.</summary>
    internal ScoreSheet Ranks(WindowForecast forecast) => MixedScores.Of(Windows, new ScoreSheet(Grid), Forecasts(forecast), priorWeight: 1);

    /// <summary>Gets what each group says of each window: whether it decides for up, shape (groups, windows).</summary>
    public bool[][] Decisions() => [.. Windows.LogOdds.Select(group => Array.ConvertAll(group, odds => odds > 0))];

    private float[] Forecasts(WindowForecast forecast)
    {
        var panel = Windows.Panel;
        return [.. Enumerable.Range(0, WindowCount).Select(i => forecast(panel.Rows.AsSpan(Windows.Offset(i), panel.Spec.InputSize)))];
    }
}
