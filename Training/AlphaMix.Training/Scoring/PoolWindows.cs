using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Scoring;

/// <summary>The windows of a span and what each group of a pool says of them. Safe to use from one thread at a time.</summary>
internal sealed class PoolWindows
{
    // Windows given to a group at one call: enough to fill the kernels, few enough to share among threads.
    private const int Chunk = 512;

    private readonly int _threads;
    private readonly Sample[] _windows;
    private readonly int[] _days;
    private readonly Lazy<double[][]> _logOdds;

    /// <summary>Initializes a new instance of the <see cref="PoolWindows"/> class.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="series">Bars of the instruments; those the pool's scaler does not know are left out.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">First day after the span.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <exception cref="ArgumentException">The bars have another resolution than the pool's features.</exception>
    public PoolWindows(Pool pool, IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to, int threads)
        : this(pool, Scaled(pool, series), grid: null, from, to, threads)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="PoolWindows"/> class on a panel that is scaled already.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="panel">Rows scaled by the pool's scaler.</param>
    /// <param name="grid">Prices of the panel's instruments, from the first day or before; null for those from the first day on.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">First day after the span.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    internal PoolWindows(Pool pool, Panel panel, MarketGrid? grid, DateOnly from, DateOnly to, int threads)
    {
        Pool = pool;
        _threads = threads;
        Panel = panel;
        _windows = SampleBuilder.Windows(Panel, from, to);
        Grid = grid ?? MarketGrid.From(Panel.Series, from);
        Span = Grid.Span(from, to);
        var rows = Grid.Days.Select((day, row) => (day, row)).ToDictionary(pair => pair.day, pair => pair.row);
        _days = Array.ConvertAll(_windows, window => rows[window.Day]);
        _logOdds = new Lazy<double[][]>(() => [.. Pool.Groups.Select(LogOddsOf)]);
    }

    /// <summary>Gets the pool.</summary>
    public Pool Pool { get; }

    /// <summary>Gets the scaled panel, from the first bar of the data.</summary>
    public Panel Panel { get; }

    /// <summary>Gets the prices from the first day of the span on.</summary>
    public MarketGrid Grid { get; }

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span { get; }

    /// <summary>Gets the number of windows, instrument after instrument, days ascending.</summary>
    public int Count => _windows.Length;

    /// <summary>Gets each group's logit of "up" less that of "down", shape <c>(groups, windows)</c>; worked out at the first call.</summary>
    public IReadOnlyList<double[]> LogOdds => _logOdds.Value;

    /// <summary>Gives the row of a window's day in <see cref="Grid"/>.</summary>
    public int Day(int window) => _days[window];

    /// <summary>Gives the column of a window's instrument in <see cref="Grid"/>.</summary>
    public int Instrument(int window) => _windows[window].Instrument;

    /// <summary>Gives where a window starts in the panel's rows.</summary>
    public int Offset(int window) => _windows[window].WindowOffset;

    /// <summary>Gives what a router says of some windows whose rows are anywhere.</summary>
    /// <param name="router">The router.</param>
    /// <param name="rows">Scaled rows.</param>
    /// <param name="offsets">Where each window starts in them.</param>
    /// <param name="experts">Receives the experts asked, one a window; null when nobody asks.</param>
    public float[] Score(IRouter router, float[] rows, int[] offsets, int[]? experts = null)
    {
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(offsets);
        var probabilities = new float[offsets.Length];
        experts ??= new int[offsets.Length];
        ForEachChunk(offsets, () => new RouterScratch(), (start, chunk, scratch) => router.Score(
            rows, chunk, probabilities.AsSpan(start, chunk.Length), experts.AsSpan(start, chunk.Length), scratch));
        return probabilities;
    }

    /// <summary>Gives the P(up) of one group alone.</summary>
    /// <param name="group">The group's index.</param>
    public ScoreSheet SheetOf(int group)
    {
        var odds = LogOdds[group];
        var sheet = new ScoreSheet(Grid);
        for (var i = 0; i < odds.Length; i++)
            sheet[_days[i], Instrument(i)] = Core.Numerics.ExactMath.Sigmoid(odds[i]);
        return sheet;
    }

    /// <summary>Gives a network's logit of "up" less that of "down" for every window.</summary>
    /// <param name="group">A group of the pool, or its soup.</param>
    public double[] LogOddsOf(ExpertGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var odds = new double[Count];
        ForEachChunk(Array.ConvertAll(_windows, window => window.WindowOffset), () => new InferenceScratch(), (start, chunk, scratch) =>
        {
            var logits = new float[GroupShape.Outputs * chunk.Length];
            group.Logits(Panel.Rows, chunk, logits, scratch);
            for (var i = 0; i < chunk.Length; i++)
                odds[start + i] = (double)logits[2 * i + 1] - logits[2 * i];
        });
        return odds;
    }

    private static Panel Scaled(Pool pool, IReadOnlyList<BarSeries> series)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(series);
        var panel = Panel.Compute(series.Where(each => pool.Scaler.Knows(each.Instrument)), pool.Manifest.Features);
        panel.Scale(pool.Scaler);
        return panel;
    }

    private void ForEachChunk<TScratch>(int[] offsets, Func<TScratch> scratch, Action<int, int[], TScratch> work)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = _threads };
        Parallel.For(0, (offsets.Length + Chunk - 1) / Chunk, options, scratch, (chunk, _, mine) =>
        {
            var start = chunk * Chunk;
            work(start, offsets[start..Math.Min(start + Chunk, offsets.Length)], mine);
            return mine;
        }, _ => { });
    }
}
