using AlphaMix.Core.Experts;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Scoring;

/// <summary>
/// The full windows of a span, and the cells of the price grid that they belong to. Safe to use from one thread at a time.
/// </summary>
internal sealed class SpanWindows
{
    // Windows given to a group at one call: enough to fill the kernels, few enough to share among threads.
    private const int Chunk = 512;

    private readonly int _threads;
    private readonly Sample[] _windows;
    private readonly int[] _days;
    private readonly Lazy<int[][]> _byDay;

    /// <summary>Initializes a new instance of the <see cref="SpanWindows"/> class.</summary>
    /// <param name="panel">Scaled rows.</param>
    /// <param name="grid">Prices of the panel's instruments, from the first day or before.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">First day after the span.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    public SpanWindows(Panel panel, MarketGrid grid, DateOnly from, DateOnly to, int threads)
    {
        (Panel, Grid, _threads) = (panel, grid, threads);
        _windows = SampleBuilder.Windows(panel, from, to);
        Span = grid.Span(from, to);
        var rows = grid.Days.Select((day, row) => (day, row)).ToDictionary(pair => pair.day, pair => pair.row);
        _days = Array.ConvertAll(_windows, window => rows[window.Day]);
        Offsets = Array.ConvertAll(_windows, window => window.WindowOffset);
        _byDay = new Lazy<int[][]>(
            () => [.. Enumerable.Range(0, Count).GroupBy(w => _days[w]).OrderBy(day => day.Key).Select(day => day.ToArray())]);
    }

    /// <summary>Gets the scaled panel, from the first bar of the data.</summary>
    public Panel Panel { get; }

    /// <summary>Gets the prices.</summary>
    public MarketGrid Grid { get; }

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span { get; }

    /// <summary>Gets the number of windows, instrument after instrument, days ascending.</summary>
    public int Count => _windows.Length;

    /// <summary>Gets where each window starts in the panel's rows.</summary>
    public int[] Offsets { get; }

    /// <summary>Gets the windows of each day that has any, days ascending, instruments ascending.</summary>
    public IReadOnlyList<int[]> ByDay => _byDay.Value;

    /// <summary>Returns the row of a window's day in <see cref="Grid"/>.</summary>
    public int Day(int window) => _days[window];

    /// <summary>Returns the column of a window's instrument in <see cref="Grid"/>.</summary>
    public int Instrument(int window) => _windows[window].Instrument;

    /// <summary>Returns a window's values.</summary>
    public ReadOnlySpan<float> Values(int window) => Panel.Rows.AsSpan(Offsets[window], Panel.Spec.InputSize);

    /// <summary>Returns a forecast of every window.</summary>
    public float[] Forecasts(WindowForecast forecast)
    {
        var values = new float[Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = forecast(Values(i));
        return values;
    }

    /// <summary>Returns P(up) of every window, and how many experts were asked, as a sheet.</summary>
    public ScoreSheet Score(IRouter router)
    {
        var experts = new int[Count];
        var probabilities = Score(router, Panel.Rows, Offsets, experts);
        var sheet = new ScoreSheet(Grid);
        for (var i = 0; i < probabilities.Length; i++)
        {
            sheet[Day(i), Instrument(i)] = probabilities[i];
            sheet.SetExpertsUsed(Day(i), Instrument(i), experts[i]);
        }

        return sheet;
    }

    /// <summary>Returns P(up) of windows whose rows are anywhere.</summary>
    /// <param name="router">The router.</param>
    /// <param name="rows">Scaled rows.</param>
    /// <param name="offsets">Where each window starts in them.</param>
    /// <param name="experts">Receives the experts asked, one a window; null to drop them.</param>
    public float[] Score(IRouter router, float[] rows, int[] offsets, int[]? experts = null)
    {
        var probabilities = new float[offsets.Length];
        experts ??= new int[offsets.Length];
        ForEachChunk(offsets, () => new RouterScratch(), (start, chunk, scratch) => router.Score(
            rows, chunk, probabilities.AsSpan(start, chunk.Length), experts.AsSpan(start, chunk.Length), scratch));
        return probabilities;
    }

    /// <summary>Returns a group's logit of "up" less that of "down" for every window.</summary>
    public double[] LogOdds(IGroup group)
    {
        var odds = new double[Count];
        ForEachChunk(Offsets, () => new InferenceScratch(), (start, chunk, scratch) =>
        {
            var logits = new float[GroupShape.Outputs * chunk.Length];
            group.Logits(Panel.Rows, chunk, logits, scratch);
            for (var i = 0; i < chunk.Length; i++)
                odds[start + i] = (double)logits[2 * i + 1] - logits[2 * i];
        });
        return odds;
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
