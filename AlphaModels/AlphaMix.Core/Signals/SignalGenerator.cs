using AlphaMix.Core.Features;
using AlphaMix.Core.Features.Residuals;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Signals;

/// <summary>
/// Scores a pool's instruments from streaming bars: keeps their windows and scores a day's windows in one batch. For the same bars the
/// scores equal those of evaluation to the bit. Once the largest day was seen, a day allocates nothing, but for those on which residual
/// features are refitted. Not thread-safe.
/// </summary>
/// <remarks>
/// Bars of one time are offered one by one and then closed together (<see cref="Close"/>), because a cross-sectional scaler needs all of
/// them. Nothing later than the bars offered is seen.
/// </remarks>
public sealed class SignalGenerator
{
    private static readonly Comparison<InstrumentWindow> ByInstrument =
        (left, right) => string.CompareOrdinal(left.Instrument, right.Instrument);

    private readonly DailyScore _mixer = new();
    private IRouter _router;
    private ReversalPrior? _prior;
    private readonly RouterScratch _scratch = new();
    private readonly List<InstrumentWindow> _windows = [];
    private readonly List<InstrumentWindow> _open = [];
    private readonly List<string> _names = [];
    private readonly List<InstrumentWindow> _scored = [];
    private readonly List<Signal> _signals = [];
    private ResidualCrossSection? _residuals;
    private float[] _rows = [];
    private float[] _batch = [];
    private int[] _offsets = [];
    private float[] _probabilities = [];
    private int[] _experts = [];
    private float[] _priors = [];
    private double[] _scores = [];

    /// <summary>Initializes a new instance of the <see cref="SignalGenerator"/> class.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="router">The name of a router or forecaster that the pool has.</param>
    /// <exception cref="ArgumentException">The pool has no such router; case matters.</exception>
    public SignalGenerator(Pool pool, string router)
    {
        ArgumentNullException.ThrowIfNull(pool);
        Pool = pool;
        _router = pool.Router(router);
        _prior = NewPrior();
        _residuals = NewCrossSection();
    }

    /// <summary>Gets the pool in force.</summary>
    public Pool Pool { get; private set; }

    /// <summary>Gets the router's name.</summary>
    public string Router => _router.Name;

    /// <summary>Gets the instruments tracked, in ordinal order of their names.</summary>
    public IReadOnlyList<InstrumentWindow> Windows => _windows;

    /// <summary>Gets the last scores, in ordinal order of the instruments; overwritten by the next <see cref="Score"/>.</summary>
    public IReadOnlyList<Signal> Signals => _signals;

    /// <summary>Swaps the pool and keeps the feature windows, where nothing in them depends on the pool.</summary>
    /// <param name="pool">The next pool.</param>
    /// <returns>
    /// Whether the pool is used now: false, and nothing changed, when the features differ or rows were scaled by fitted moments, so that
    /// windows must be filled from history again.
    /// </returns>
    /// <exception cref="ArgumentException">The pool has no router of the name in use.</exception>
    public bool TryUse(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var spec = Pool.Manifest.Features;
        var isFitted = pool.Scaler.Kind != Pool.Scaler.Kind || pool.Scaler.Kind is not (ScalerKind.None or ScalerKind.CrossSectional);
        if (isFitted || pool.Manifest.Features.Window != spec.Window || !pool.Manifest.Features.Features.SequenceEqual(spec.Features))
            return false;
        _router = pool.Router(_router.Name);
        Pool = pool;
        _prior = NewPrior();
        return true;
    }

    /// <summary>Starts tracking an instrument, with an empty window.</summary>
    /// <param name="instrument">Its permtick; two instruments may have the same one (a ticker used twice).</param>
    /// <exception cref="ArgumentException">The pool's scaler does not know the instrument.</exception>
    public InstrumentWindow Track(string instrument)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instrument);
        if (!Pool.Scaler.Knows(instrument))
            throw new ArgumentException($"The pool's {Pool.Scaler.Kind} scaler does not know {instrument}.", nameof(instrument));
        var window = new InstrumentWindow(instrument, Pool.Manifest.Features, _residuals?.Track(instrument));
        _windows.Add(window);
        _windows.Sort(ByInstrument);
        return window;
    }

    /// <summary>
    /// Stops tracking an instrument. Its past returns stay in the residual features' cross-section until they leave the fitted days, or
    /// until <see cref="RestartAll"/>.
    /// </summary>
    /// <param name="window">The instrument, from <see cref="Track"/>; one that is not tracked is ignored.</param>
    public void Forget(InstrumentWindow window)
    {
        _windows.Remove(window);
        _open.Remove(window);
    }

    /// <summary>Empties all windows, so that they can be filled from history again.</summary>
    public void RestartAll()
    {
        _open.Clear();
        _residuals = NewCrossSection();
        foreach (var window in _windows)
        {
            window.Restart();
            window.Residuals = _residuals?.Track(window.Instrument);
        }
    }

    /// <summary>Empties the window of an instrument, so that it can be filled from history again.</summary>
    /// <param name="window">The instrument, from <see cref="Track"/>.</param>
    /// <exception cref="InvalidOperationException">
    /// The features depend on the other instruments: all must be restarted together (<see cref="RestartAll"/>).
    /// </exception>
    public void Restart(InstrumentWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (_residuals is not null)
            throw new InvalidOperationException(
                $"{window.Instrument}: features that depend on the other instruments are restarted together.");
        _open.Remove(window);
        window.Restart();
    }

    /// <summary>Offers the next bar of an instrument.</summary>
    /// <param name="window">The instrument, from <see cref="Track"/>.</param>
    /// <param name="bar">Its bar.</param>
    /// <returns>
    /// Whether the bar was added: false for one that is not usable, or not later than the instrument's last one (a duplicate).
    /// </returns>
    /// <exception cref="InvalidOperationException">The instrument's last bar was not closed (<see cref="Close"/>).</exception>
    public bool Offer(InstrumentWindow window, in Bar bar)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (!bar.IsUsable || bar.Time <= window.LastTime)
            return false;
        if (window.IsOpen)
            throw new InvalidOperationException(
                $"{window.Instrument}: close off the bar of {window.LastTime:yyyy-MM-dd HH:mm} before the next.");
        if (window.Take(bar))
            _open.Add(window);
        return true;
    }

    /// <summary>
    /// Closes one bar time: scales the rows of the bars offered since the last call together, and appends them to the windows.
    /// </summary>
    public void Close()
    {
        CloseCrossSection();
        if (_open.Count == 0)
            return;
        _open.Sort(ByInstrument);
        _names.Clear();
        var rowSize = Pool.Manifest.Features.RowSize;
        Grow(ref _rows, _open.Count * rowSize);
        var rows = _rows.AsSpan(0, _open.Count * rowSize);
        for (var i = 0; i < _open.Count; i++)
        {
            _names.Add(_open[i].Instrument);
            _open[i].Row.CopyTo(rows[(i * rowSize)..]);
        }

        Pool.Scaler.Scale(_names, rows);
        for (var i = 0; i < _open.Count; i++)
            _open[i].Append(rows.Slice(i * rowSize, rowSize));
        _open.Clear();
    }

    /// <summary>Scores, in one batch, every instrument with a full window whose last usable bar lies on <paramref name="day"/>.</summary>
    /// <param name="day">The trading day in the exchange's local time.</param>
    /// <returns><see cref="Signals"/>.</returns>
    /// <exception cref="InvalidOperationException">
    /// A router or forecaster from outside the library returned NaN or a number outside [0, 1].
    /// </exception>
    public IReadOnlyList<Signal> Score(DateOnly day)
    {
        _scored.Clear();
        _signals.Clear();
        foreach (var window in _windows)
        {
            if (window.IsReady && DateOnly.FromDateTime(window.LastTime) == day)
                _scored.Add(window);
        }

        var count = _scored.Count;
        if (count == 0)
            return _signals;
        Gather(count);
        _router.Score(
            _batch.AsSpan(0, count * Pool.Manifest.Features.InputSize), _offsets.AsSpan(0, count), _probabilities.AsSpan(0, count),
            _experts.AsSpan(0, count), _scratch);
        for (var i = 0; i < count; i++)
        {
            RequireAnswer(i);
            _signals.Add(new Signal(_scored[i], _probabilities[i], _experts[i]));
        }

        MixScores(count);
        return _signals;
    }

    /// <summary>A router from outside the library may err; a NaN would rank anywhere.</summary>
    private void RequireAnswer(int sample)
    {
        if (_probabilities[sample] is not (>= 0 and <= 1))
            throw new InvalidOperationException(
                $"Router {Router}: found {_probabilities[sample]} for {_scored[sample].Instrument} on "
                    + $"{_scored[sample].LastTime:yyyy-MM-dd}, "
                + "expected a number in [0, 1].");
    }

    private void MixScores(int count)
    {
        if (Pool.Manifest.PriorWeight is not { } priorWeight)
            return;
        Grow(ref _scores, count);
        Grow(ref _priors, count);
        for (var i = 0; i < count && _prior is not null; i++)
            _priors[i] = _prior.Score(_scored[i].Rows);
        _mixer.Mix(_probabilities.AsSpan(0, count), _priors.AsSpan(0, count), priorWeight, _scores.AsSpan(0, count));
        for (var i = 0; i < count; i++)
            _signals[i] = _signals[i] with { Score = _scores[i] };
    }

    private ReversalPrior? NewPrior() =>
        Pool.Manifest.PriorWeight > 0 ? new ReversalPrior(Pool.Manifest.Features) : null;

    private ResidualCrossSection? NewCrossSection() =>
        Pool.Manifest.Features.IsCrossSectional ? new ResidualCrossSection(Pool.Manifest.Features) : null;

    /// <summary>Computes the rows that depend on the whole day; instruments without one have their window emptied.</summary>
    private void CloseCrossSection()
    {
        if (_residuals is null || _open.Count == 0)
            return;
        var time = _open[0].LastTime;
        foreach (var window in _open)
            time = window.LastTime > time ? window.LastTime : time;
        _residuals.Close(DateOnly.FromDateTime(time));
        var kept = 0;
        for (var i = 0; i < _open.Count; i++)
        {
            if (_open[i].Residuals!.HasRow)
                _open[kept++] = _open[i];
            else
                _open[i].Break();
        }

        _open.RemoveRange(kept, _open.Count - kept);
    }

    private void Gather(int count)
    {
        var size = Pool.Manifest.Features.InputSize;
        Grow(ref _batch, count * size);
        Grow(ref _offsets, count);
        Grow(ref _probabilities, count);
        Grow(ref _experts, count);
        for (var i = 0; i < count; i++)
        {
            _scored[i].Rows.CopyTo(_batch.AsSpan(i * size));
            _offsets[i] = i * size;
        }
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new T[length];
    }
}
