using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Signals;
using AlphaMix.Evaluation;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Runs;

/// <summary>Scores every instrument and day of a span with every router of a pool: what the plugin would have said, day by day.</summary>
public sealed class PoolScorer
{
    // Windows scored at one call: enough to fill the kernels, few enough to share among threads.
    private const int Chunk = 512;

    private readonly Pool _pool;
    private readonly Panel _panel;
    private readonly Sample[] _windows;
    private readonly int _threads;

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
        _threads = threads;
        var known = series.Where(each => pool.Scaler.Knows(each.Instrument)).ToArray();
        Silent = [.. series.Select(each => each.Instrument).Where(name => !pool.Scaler.Knows(name)).Order(StringComparer.Ordinal)];
        _panel = Panel.Compute(known, pool.Manifest.Features);
        _panel.Scale(pool.Scaler);
        _windows = SampleBuilder.Windows(_panel, from, to);
        Grid = MarketGrid.From(_panel.Series, from);
        Span = Grid.Span(from, to);
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
        _threads = threads;
        _panel = panel;
        Silent = [];
        Grid = grid;
        _windows = SampleBuilder.Windows(panel, from, to);
        Span = grid.Span(from, to);
    }

    /// <summary>Gets the prices from the first day scored on.</summary>
    public MarketGrid Grid { get; }

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span { get; }

    /// <summary>Gets the number of windows scored.</summary>
    public int WindowCount => _windows.Length;

    /// <summary>Gets the instruments that the pool's scaler does not know, and which therefore stay silent.</summary>
    public IReadOnlyList<string> Silent { get; }

    /// <summary>Scores with one router.</summary>
    /// <param name="router">A router of the pool.</param>
    public ScoreSheet Score(RouterKind router)
    {
        var mixture = _pool.Router(router);
        var probabilities = new float[_windows.Length];
        var experts = new int[_windows.Length];
        ForEachChunk(() => new RouterScratch(), (start, offsets, scratch) => mixture.Score(
            _panel.Rows, offsets, probabilities.AsSpan(start, offsets.Length), experts.AsSpan(start, offsets.Length), scratch));

        var sheet = new ScoreSheet(Grid);
        var days = DayIndex();
        for (var i = 0; i < _windows.Length; i++)
        {
            var day = days[_windows[i].Day];
            sheet[day, _windows[i].Instrument] = probabilities[i];
            sheet.SetExpertsUsed(day, _windows[i].Instrument, experts[i]);
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
        var probabilities = Score(router);
        var prior = share > 0 ? Priors() : [];
        return MixedScores.Of(Grid, _windows, DayIndex(), probabilities, prior, share);
    }

    /// <summary>Gives the daily cross-sectional ranks of a forecast that is made from a window.</summary>
    internal ScoreSheet Ranks(WindowForecast forecast)
    {
        var values = Array.ConvertAll(_windows, window => forecast(_panel.Rows.AsSpan(window.WindowOffset, _panel.Spec.InputSize)));
        return MixedScores.Of(Grid, _windows, DayIndex(), new ScoreSheet(Grid), values, priorWeight: 1);
    }

    private float[] Priors()
    {
        var prior = new ReversalPrior(_panel.Spec);
        return Array.ConvertAll(_windows, window => prior.Of(_panel.Rows.AsSpan(window.WindowOffset, _panel.Spec.InputSize)));
    }

    /// <summary>Gives what each group says of each window: whether it decides for up, shape (groups, windows).</summary>
    public bool[][] Decisions()
    {
        var decisions = new bool[_pool.Groups.Count][];
        for (var g = 0; g < decisions.Length; g++)
        {
            var group = _pool.Groups[g];
            var up = decisions[g] = new bool[_windows.Length];
            ForEachChunk(() => new RouterScratch(), (start, offsets, scratch) =>
            {
                var logits = new float[2 * offsets.Length];
                group.Logits(_panel.Rows, offsets, logits, scratch.Groups);
                for (var i = 0; i < offsets.Length; i++)
                    up[start + i] = logits[2 * i + 1] > logits[2 * i];
            });
        }

        return decisions;
    }

    private void ForEachChunk(Func<RouterScratch> scratch, Action<int, int[], RouterScratch> score)
    {
        var offsets = Array.ConvertAll(_windows, window => window.WindowOffset);
        var options = new ParallelOptions { MaxDegreeOfParallelism = _threads };
        var chunks = (offsets.Length + Chunk - 1) / Chunk;
        Parallel.For(0, chunks, options, scratch, (chunk, _, mine) =>
        {
            var start = chunk * Chunk;
            score(start, offsets[start..Math.Min(start + Chunk, offsets.Length)], mine);
            return mine;
        }, _ => { });
    }

    private Dictionary<DateOnly, int> DayIndex() =>
        Grid.Days.Select((day, index) => (day, index)).ToDictionary(pair => pair.day, pair => pair.index);
}
