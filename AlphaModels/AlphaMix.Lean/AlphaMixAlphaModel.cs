using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Signals;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Data;
using QuantConnect.Data.Market;
using QuantConnect.Data.UniverseSelection;
using QuantConnect.Securities;
using Bar = AlphaMix.Core.Features.Bar;
using BarResolution = AlphaMix.Core.Features.BarResolution;
using FeatureSpec = AlphaMix.Core.Features.FeatureSpec;
using PriceSource = AlphaMix.Core.Features.PriceSource;
using ScalerKind = AlphaMix.Core.Features.ScalerKind;

namespace AlphaMix.Lean;

/// <summary>
/// Emits the insights of a trained pool: once a day, when the day's last bars arrive, it scores every tracked security in one batch and
/// says Up for the k with the highest P(up), until the close of the horizon's last session.
/// </summary>
/// <remarks>
/// <para>An insight's <c>Confidence</c> is the probability of its direction, its <c>Weight</c> the portfolio weight (all of a day sum to 1 in size), its
/// <c>Magnitude</c> null, its <c>Tag</c> says how many experts spoke. A day's insights replace those of the day before.</para>
/// <para>Quiet during warm-up, for a security without a full window or without a bar this day, and for one that a per-instrument scaler does
/// not know. State is rebuilt from history whenever a security is added, so a restart loses nothing.</para>
/// <para>Prices are LEAN's <c>Adjusted</c> ones. In live trading a split or dividend rescales what lies before it, so the security's window is read
/// anew from history. Instruments are known by permtick (<c>symbol.ID.Symbol</c>), which renaming does not change.</para>
/// </remarks>
public class AlphaMixAlphaModel : AlphaModel
{
    private readonly AlphaMixAlphaModelOptions _options;
    private readonly PoolTimeline _timeline;
    private readonly FeatureSpec _spec;
    private readonly int _topK;
    private readonly SlowSignals? _slow;
    private SignalGenerator _signals;
    private readonly Dictionary<Symbol, TrackedSymbol> _tracked = [];
    private readonly Dictionary<InstrumentWindow, TrackedSymbol> _byWindow = [];
    private bool _isGuarded;
    private bool _hasNamedUnknown;
    private DateTime _lastDay;

    /// <summary>Initializes a new instance of the <see cref="AlphaMixAlphaModel"/> class with a pool from the algorithm's ObjectStore.</summary>
    /// <param name="algorithm">The algorithm whose ObjectStore holds the pool.</param>
    /// <param name="poolKey">The pool's key, or that of an index of dated pools.</param>
    /// <param name="topK">Names picked a day; 0 takes the number that the pool was validated with.</param>
    /// <param name="router">The router that mixes the pool's experts.</param>
    /// <param name="shortLeg">Whether as many names are told to fall.</param>
    /// <param name="allowInSample">Whether a backtest may start before the last price that entered a fit.</param>
    /// <exception cref="FileNotFoundException">The ObjectStore has no such key.</exception>
    /// <exception cref="ArtifactException">What is there is not a pool.</exception>
    /// <exception cref="ArgumentException">The pool does not have the router, or is made for something this plugin does not have.</exception>
    public AlphaMixAlphaModel(
        QCAlgorithm algorithm,
        string poolKey = PoolStore.DefaultKey,
        int topK = 0,
        string router = RouterNames.Average,
        bool shortLeg = false,
        bool allowInSample = false)
        : this(
            PoolStore.ReadTimeline(algorithm, poolKey),
            new AlphaMixAlphaModelOptions { TopK = topK, Router = router, ShortLeg = shortLeg, AllowInSample = allowInSample })
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixAlphaModel"/> class with a pool from the algorithm's ObjectStore.</summary>
    /// <param name="algorithm">The algorithm whose ObjectStore holds the pool.</param>
    /// <param name="options">How the pool is used.</param>
    /// <param name="poolKey">The pool's key, or that of an index of dated pools.</param>
    /// <exception cref="FileNotFoundException">The ObjectStore has no such key.</exception>
    /// <exception cref="ArtifactException">What is there is not a pool.</exception>
    /// <exception cref="ArgumentException">The options are not valid for the pool, or it is made for something this plugin does not have.</exception>
    public AlphaMixAlphaModel(QCAlgorithm algorithm, AlphaMixAlphaModelOptions options, string poolKey = PoolStore.DefaultKey)
        : this(PoolStore.ReadTimeline(algorithm, poolKey), options)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixAlphaModel"/> class with a loaded pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="options">How it is used; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The options are not valid for the pool, or it is made for something this plugin does not have.</exception>
    public AlphaMixAlphaModel(Pool pool, AlphaMixAlphaModelOptions? options = null)
        : this(Single(pool), options)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixAlphaModel"/> class with dated pools: on each day the newest one trades that was fitted before it.</summary>
    /// <param name="timeline">The pools; others may be added while the algorithm runs.</param>
    /// <param name="options">How they are used; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The options are not valid for a pool, or one is made for something this plugin does not have.</exception>
    public AlphaMixAlphaModel(PoolTimeline timeline, AlphaMixAlphaModelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        _timeline = timeline;
        _options = options ?? new AlphaMixAlphaModelOptions();
        foreach (var each in timeline.Pools)
            _options.Validate(each);
        var pool = timeline.First;
        _spec = pool.Manifest.Features;
        RefuseSplitAdjusted(_spec);
        _signals = new SignalGenerator(pool, _options.Router);
        _topK = _options.TopK > 0 ? _options.TopK : pool.Manifest.TopK;
        _slow = pool.Manifest.TradingRule is { } rule ? new SlowSignals(rule.ScoreDays, _options.CostBps) : null;
        Name = $"{nameof(AlphaMixAlphaModel)}({_options.Router},{(_slow is null ? $"{_topK}" : "slow")},{Resolution}{(_options.ShortLeg ? ",short" : "")})";
        ReadHistory = (algorithm, symbols, bars) => algorithm.History(symbols, bars, Resolution, fillForward: false);
    }

    /// <summary>Raised after each day's scores, before the insights are handed on.</summary>
    public event EventHandler<DayScores>? Scored;

    /// <summary>Gets the pool in force.</summary>
    public Pool Pool => _signals.Pool;

    /// <summary>Gets the dated pools; one that is added trades from its day on.</summary>
    public PoolTimeline Timeline => _timeline;

    /// <summary>Gets the resolution of the bars the pool reads; securities must be subscribed at it.</summary>
    public Resolution Resolution => _spec.Resolution == BarResolution.Daily ? Resolution.Daily : Resolution.Hour;

    /// <summary>Gets the last day's scores; null before the first.</summary>
    public DayScores? Scores { get; private set; }

    /// <summary>Gets or sets what knows when sessions close.</summary>
    internal SessionClock Clock { get; set; } = new();

    /// <summary>Gets or sets how history is read: symbols and number of bars in, slices out, ascending.</summary>
    internal Func<QCAlgorithm, IReadOnlyList<Symbol>, int, IEnumerable<Slice>> ReadHistory { get; set; }

    /// <summary>Gets or sets what tells whether the algorithm trades live.</summary>
    internal Func<QCAlgorithm, bool> IsLive { get; set; } = algorithm => algorithm.LiveMode;

    /// <summary>Reads a pool from a file.</summary>
    /// <param name="path">The artifact.</param>
    /// <param name="options">How the pool is used; null takes the defaults.</param>
    /// <exception cref="ArtifactException">The file is not a pool.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static AlphaMixAlphaModel FromFile(string path, AlphaMixAlphaModelOptions? options = null) => new(PoolArtifact.Read(path), options);

    /// <summary>Takes the slice's bars and, when it holds the day's last ones, scores the day.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="data">The slice.</param>
    /// <returns>The day's insights; empty on every other slice.</returns>
    public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentNullException.ThrowIfNull(data);
        FollowEvents(algorithm, data);
        if (Take(data) is not { } close || algorithm.IsWarmingUp || close.Date <= _lastDay)
            return [];
        _lastDay = close.Date;
        var day = DateOnly.FromDateTime(close);
        UsePoolOf(algorithm, day);
        return _slow is null ? ScoreDay(algorithm, day) : ScoreSlowly(algorithm, _slow, close);
    }

    /// <summary>Forgets securities removed; checks, tracks and warms up those added, in one batched history call.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="changes">What was added and removed.</param>
    /// <exception cref="InvalidOperationException">
    /// The backtest starts before the last price that entered a fit, or a security is subscribed at another resolution or price normalisation than the pool's.
    /// </exception>
    public override void OnSecuritiesChanged(QCAlgorithm algorithm, SecurityChanges changes)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentNullException.ThrowIfNull(changes);
        GuardLookAhead(algorithm);
        foreach (var security in changes.RemovedSecurities)
            Forget(algorithm, security.Symbol);

        var added = new List<TrackedSymbol>();
        var unknown = new List<string>();
        foreach (var security in changes.AddedSecurities)
        {
            if (!IsWanted(security) || _tracked.ContainsKey(security.Symbol))
                continue;
            if (!Pool.Scaler.Knows(security.Symbol.ID.Symbol))
                unknown.Add(security.Symbol.ID.Symbol);
            else
                added.Add(Track(security));
        }

        NameUnknown(algorithm, unknown);
        if (added.Count > 0)
            WarmUp(algorithm, added);
    }

    private static PoolTimeline Single(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new PoolTimeline([new(pool.Manifest.FittedThrough.AddDays(1), pool)]);
    }

    private List<Insight> ScoreDay(QCAlgorithm algorithm, DateOnly day)
    {
        var ranking = Rank(_signals.Score(day));
        if (ranking.Count == 0)
            return [];
        Publish(day.ToDateTime(TimeOnly.MinValue), ranking);
        return Emit(algorithm, ranking);
    }

    /// <summary>Scores the day and emits what the pool's rule makes of it: the names that may be held, and those that are.</summary>
    private List<Insight> ScoreSlowly(QCAlgorithm algorithm, SlowSignals slow, DateTime barTime)
    {
        var day = DateOnly.FromDateTime(barTime);
        slow.Take(day, _signals.Score(day).Select(signal => KeyValuePair.Create(_byWindow[signal.Window].Symbol, signal.Score)));
        var ranking = _signals.Signals
            .Select(signal => new SymbolScore(_byWindow[signal.Window].Symbol, signal.ProbabilityUp, signal.ExpertsAsked) { Score = slow.Of(_byWindow[signal.Window].Symbol) })
            .OrderByDescending(score => score.Score)
            .ToArray();
        Scores = new DayScores(barTime.Date, _signals.Router, ranking);
        Scored?.Invoke(this, Scores);
        CancelAll(algorithm);
        return
        [
            .. slow.Words(algorithm, Pool.Manifest.TradingRule!, ranking, [.. _tracked.Values.OrderBy(tracked => tracked.Symbol.ID.Symbol, StringComparer.Ordinal)], day)
                .Where(word => !_tracked[word.Symbol].IsLeaving)
                .Select(word => Say(word, barTime))
        ];
    }

    private Insight Say(SlowWord word, DateTime barTime)
    {
        var tracked = _tracked[word.Symbol];
        return tracked.Insight = Insight.Price(
            tracked.Symbol, Clock.CloseAhead(tracked.Hours, barTime, 1 + Pool.Manifest.Label.Horizon), word.Direction, null, word.Confidence, Name, word.Weight, word.Tag);
    }

    private void CancelAll(QCAlgorithm algorithm)
    {
        foreach (var tracked in _tracked.Values)
        {
            tracked.Insight?.Cancel(algorithm.UtcTime);
            tracked.Insight = null;
        }
    }

    /// <summary>Goes over to the pool that is in force on a day, if it is another.</summary>
    private void UsePoolOf(QCAlgorithm algorithm, DateOnly day)
    {
        if (_timeline.At(day) is not { } pool || ReferenceEquals(pool, Pool) || _signals.TryUse(pool))
            return;
        _signals = new SignalGenerator(pool, _options.Router);
        _byWindow.Clear();
        foreach (var tracked in _tracked.Values)
        {
            tracked.Window = _signals.Track(tracked.Symbol.ID.Symbol);
            _byWindow.Add(tracked.Window, tracked);
        }

        if (_tracked.Count > 0)
            WarmUp(algorithm, _tracked.Values);
    }

    private static void RefuseSplitAdjusted(FeatureSpec spec)
    {
        if (spec.Features.FirstOrDefault(feature => feature.Source != PriceSource.Adjusted) is { } feature)
            throw new ArgumentException(
                $"AlphaMix: feature {feature.Name} reads {feature.Source} prices, but LEAN's Adjusted bars carry fully adjusted ones only. Train with \"close\": \"adjusted\".");
    }

    private void GuardLookAhead(QCAlgorithm algorithm)
    {
        if (_isGuarded)
            return;
        _isGuarded = true;
        var fitted = _timeline.First.Manifest.FittedThrough;
        var start = DateOnly.FromDateTime(algorithm.StartDate);
        if (!IsLive(algorithm) && start > fitted && start < _timeline.From && !_options.AllowInSample)
            throw new InvalidOperationException($"AlphaMix: the backtest starts on {start:yyyy-MM-dd}, but the first dated pool trades from {_timeline.From:yyyy-MM-dd}. Start on that day or later.");
        if (!IsLive(algorithm) && start <= fitted && !_options.AllowInSample)
            throw new InvalidOperationException(
                $"AlphaMix: the backtest starts on {start:yyyy-MM-dd}, but prices up to {fitted:yyyy-MM-dd} entered the pool's fit, so it would trade on what it has seen. Start on {fitted.AddDays(1):yyyy-MM-dd} or later, or set {nameof(AlphaMixAlphaModelOptions.AllowInSample)}.");
    }

    private bool IsWanted(Security security) =>
        security.Type is SecurityType.Equity or SecurityType.Crypto
        && (!_options.PoolUniverseOnly || _timeline.Pools.Any(pool => pool.Manifest.Universe.Contains(security.Symbol.ID.Symbol)));

    private TrackedSymbol Track(Security security)
    {
        CheckSubscription(security);
        var tracked = new TrackedSymbol(security, _signals.Track(security.Symbol.ID.Symbol));
        _tracked.Add(security.Symbol, tracked);
        _byWindow.Add(tracked.Window, tracked);
        return tracked;
    }

    private void CheckSubscription(Security security)
    {
        var found = security.Subscriptions.Where(config => !config.IsInternalFeed).ToArray();
        var config = Array.Find(found, config => config.Resolution == Resolution);
        if (config is null)
            throw new InvalidOperationException(
                $"AlphaMix: the pool reads {Resolution} bars, but {security.Symbol.Value} is subscribed at {string.Join(", ", found.Select(other => other.Resolution).Distinct())}. Set UniverseSettings.Resolution, or the resolution passed to AddEquity, to Resolution.{Resolution}; or set {nameof(AlphaMixAlphaModelOptions.PoolUniverseOnly)}, if the pool was not trained on it.");
        if (security.Type == SecurityType.Equity && config.DataNormalizationMode.ToString() != Pool.Manifest.Normalization)
            throw new InvalidOperationException(
                $"AlphaMix: the pool was trained on {Pool.Manifest.Normalization} prices, but {security.Symbol.Value} comes as {config.DataNormalizationMode}. Set UniverseSettings.DataNormalizationMode, or the dataNormalizationMode passed to AddEquity, to DataNormalizationMode.{Pool.Manifest.Normalization}.");
    }

    private void NameUnknown(QCAlgorithm algorithm, List<string> unknown)
    {
        if (unknown.Count == 0 || _hasNamedUnknown)
            return;
        _hasNamedUnknown = true;
        algorithm.Log(
            $"AlphaMix: the pool's {Pool.Scaler.Kind} scaler does not know {string.Join(", ", unknown.Order(StringComparer.Ordinal))}; securities it does not know stay silent.");
    }

    private void Forget(QCAlgorithm algorithm, Symbol symbol)
    {
        if (!_tracked.Remove(symbol, out var tracked))
            return;
        tracked.Insight?.Cancel(algorithm.UtcTime);
        _byWindow.Remove(tracked.Window);
        _signals.Forget(tracked.Window);
    }

    /// <summary>Fills windows from history: one batched call, and a second, longer one for those whose bars have gaps.</summary>
    private void WarmUp(QCAlgorithm algorithm, IReadOnlyCollection<TrackedSymbol> wanted)
    {
        // Cross-sectional rows depend on who else has a bar at that time: with one more instrument all are computed anew.
        var isCrossSectional = Pool.Scaler.Kind == ScalerKind.CrossSectional || _spec.IsCrossSectional;
        var rest = isCrossSectional ? [.. _tracked.Values] : wanted.ToArray();
        // Residual features reach far back already, and never become ready for a name that is new: one call, with some days to spare.
        foreach (var bars in _spec.IsCrossSectional ? new[] { _spec.WarmUpBars + 5 } : [2 * _spec.WarmUpBars, 16 * _spec.WarmUpBars])
        {
            _slow?.Clear();
            if (isCrossSectional)
                _signals.RestartAll();
            else
                Array.ForEach(rest, tracked => _signals.Restart(tracked.Window));
            foreach (var slice in ReadHistory(algorithm, Array.ConvertAll(rest, tracked => tracked.Symbol), bars))
                Replay(slice, rest);
            if (Array.TrueForAll(rest, tracked => tracked.Window.IsReady))
                return;
            if (!isCrossSectional)
                rest = Array.FindAll(rest, tracked => !tracked.Window.IsReady);
        }
    }

    private void Replay(Slice slice, TrackedSymbol[] wanted)
    {
        foreach (var tracked in wanted)
        {
            if (slice.Bars.TryGetValue(tracked.Symbol, out var bar))
                Offer(tracked, bar);
        }

        _signals.Close();
        if (_slow is not null && slice.Bars.Count > 0)
            Recall(_slow, DateOnly.FromDateTime(slice.Bars.Values.Max(bar => bar.Time)));
    }

    /// <summary>Takes the scores of a day of history into the averages, with the pool that was in force: those before a pool was fitted would flatter it.</summary>
    private void Recall(SlowSignals slow, DateOnly day)
    {
        if (_timeline.At(day) is { } pool && (ReferenceEquals(pool, Pool) || _signals.TryUse(pool)))
            slow.Take(day, _signals.Score(day).Select(signal => KeyValuePair.Create(_byWindow[signal.Window].Symbol, signal.Score)));
    }

    /// <summary>Takes the bars of a slice.</summary>
    /// <returns>The exchange's time when these are the day's last bars, null otherwise.</returns>
    private DateTime? Take(Slice data)
    {
        DateTime? close = null;
        if (data.Bars.Count == 0)
            return close;
        foreach (var tracked in _tracked.Values)
        {
            if (!data.Bars.TryGetValue(tracked.Symbol, out var bar) || !HasLength(bar))
                continue;
            if (close is null && (Resolution == Resolution.Daily || bar.EndTime >= Clock.NextClose(tracked.Hours, bar.Time)))
                close = bar.Time;
            Offer(tracked, bar);
        }

        _signals.Close();
        return close;
    }

    private void Offer(TrackedSymbol tracked, TradeBar bar)
    {
        // A filled-forward bar repeats a price nobody paid.
        if (bar.IsFillForward || !HasLength(bar))
            return;
        _signals.Offer(
            tracked.Window,
            new Bar(bar.Time, (double)bar.Open, (double)bar.High, (double)bar.Low, (double)bar.Close, (double)bar.Volume));
    }

    /// <summary>Tells whether a bar has the pool's resolution. A daily bar lasts from open to close, so it has no one length.</summary>
    private bool HasLength(TradeBar bar) =>
        Resolution == Resolution.Daily ? bar.Period > TimeSpan.FromHours(1) : bar.Period == TimeSpan.FromHours(1);

    private void FollowEvents(QCAlgorithm algorithm, Slice data)
    {
        if (data.Delistings.Count > 0)
        {
            foreach (var tracked in _tracked.Values)
                tracked.IsLeaving |= data.Delistings.ContainsKey(tracked.Symbol);
        }

        // In a backtest Adjusted prices are on one scale from the start. Live, history is rescaled when an action happens.
        if (!IsLive(algorithm) || data.Splits.Count + data.Dividends.Count == 0)
            return;
        var rescaled = _tracked.Values.Where(tracked => data.Splits.ContainsKey(tracked.Symbol) || data.Dividends.ContainsKey(tracked.Symbol)).ToArray();
        if (rescaled.Length > 0)
            WarmUp(algorithm, rescaled);
    }

    /// <summary>Ranks by P(up); ties to the ordinal permtick, the order in which the signals come.</summary>
    private static List<Signal> Rank(IReadOnlyList<Signal> signals) => [.. signals.OrderByDescending(signal => signal.ProbabilityUp)];

    private void Publish(DateTime day, List<Signal> ranking)
    {
        Scores = new DayScores(day, _signals.Router, ranking.ConvertAll(
            signal => new SymbolScore(_byWindow[signal.Window].Symbol, signal.ProbabilityUp, signal.ExpertsAsked)));
        Scored?.Invoke(this, Scores);
    }

    private List<Insight> Emit(QCAlgorithm algorithm, List<Signal> ranking)
    {
        CancelAll(algorithm);
        var picks = ranking.FindAll(signal => !_byWindow[signal.Window].IsLeaving);
        var insights = new List<Insight>();
        var legs = _options.ShortLeg ? 2 : 1;
        var longs = Math.Min(_topK, picks.Count);
        var shorts = _options.ShortLeg ? Math.Min(_topK, picks.Count - longs) : 0;
        var told = Math.Min(_options.HoldingBuffer ? 2 * _topK : _topK, picks.Count - shorts);
        for (var rank = 0; rank < told; rank++)
            insights.Add(Say(picks[rank], rank + 1, InsightDirection.Up, rank < longs ? 1.0 / (legs * longs) : 0));
        var toldShort = _options.ShortLeg ? Math.Min(_options.HoldingBuffer ? 2 * _topK : _topK, picks.Count - told) : 0;
        for (var rank = 0; rank < toldShort; rank++)
            insights.Add(Say(picks[^(rank + 1)], picks.Count - rank, InsightDirection.Down, rank < shorts ? 1.0 / (legs * shorts) : 0));
        return insights;
    }

    private Insight Say(Signal signal, int rank, InsightDirection direction, double weight)
    {
        var tracked = _byWindow[signal.Window];
        var confidence = direction == InsightDirection.Up ? signal.ProbabilityUp : 1.0 - signal.ProbabilityUp;
        // Until the close of the horizon's last session, where the next day's insights replace it; without them it lapses before the next open.
        var close = Clock.CloseAhead(tracked.Hours, signal.Window.LastTime, 1 + Pool.Manifest.Label.Horizon);
        return tracked.Insight = Insight.Price(
            tracked.Symbol, close, direction, null, confidence, Name, weight,
            $"router={_signals.Router} experts={signal.ExpertsAsked} rank={rank}");
    }
}
