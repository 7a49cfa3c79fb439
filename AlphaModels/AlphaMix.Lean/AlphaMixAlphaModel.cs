using System.Runtime.CompilerServices;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Signals;
using AlphaMix.Lean.Handover;
using AlphaMix.Lean.Signals;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Data;
using QuantConnect.Data.UniverseSelection;
using QuantConnect.Securities;

namespace AlphaMix.Lean;

/// <summary>
/// Trades a trained pool: once a day, when the day's last bars arrive, it scores every tracked security in one batch, ranks them, and emits
/// an insight for each position that the pool's portfolio rule holds or enters. An insight expires at the close of the horizon's last
/// session.
/// </summary>
/// <remarks>
/// <para>The ranking and the rule go to <see cref="AlphaMixPortfolioConstructionModel"/> as they are, so that every pool trades in LEAN as
/// it does in the simulator, without any setting. Other portfolio models read the insights: <c>Weight</c> is the portfolio weight,
/// <c>Confidence</c> the score of the direction (null without a bar), <c>Magnitude</c> null; the <c>Tag</c> is information for people. A
/// day's insights replace those of the day before.</para>
/// <para>Silent during warm-up, for a security without a full window or without a bar this day, and for one that a per-instrument scaler
/// does not know. State is rebuilt from history whenever a security is added, so a restart loses nothing.</para>
/// <para>Prices are LEAN's <c>Adjusted</c> ones. In live trading a split or dividend rescales what lies before it, so the security's window
/// is read anew from history. Instruments are known by permtick (<c>symbol.ID.Symbol</c>), which renaming does not change.</para>
/// </remarks>
public class AlphaMixAlphaModel : AlphaModel
{
    private readonly AlphaMixAlphaModelOptions _options;
    private readonly PoolTimeline _timeline;
    private readonly PoolReload? _reload;
    private readonly DayRanker _ranker;
    private readonly BarFeed _feed;
    private readonly WarmUp _warmUp;
    private readonly InsightWriter _writer;
    private readonly List<Signal> _signals = [];
    private bool _isGuarded;
    private bool _hasNamedUnknown;
    private bool _hasFewNames;
    private DateTime _lastDay;

    /// <summary>
    /// Initializes a new instance of the <see cref="AlphaMixAlphaModel"/> class with a pool from the algorithm's ObjectStore.
    /// </summary>
    /// <param name="algorithm">The algorithm whose ObjectStore holds the pool.</param>
    /// <param name="poolKey">The pool's key, or that of an index of dated pools.</param>
    /// <param name="topK">Names that the daily strategy holds; 0 takes the number that the pool was validated with.</param>
    /// <param name="router">The router that mixes the pool's experts; upper and lower case are the same.</param>
    /// <param name="shortLeg">Whether the daily strategy also sells the k lowest names short.</param>
    /// <param name="allowInSample">Whether a backtest may start on or before the date of the last price that entered a fit.</param>
    /// <exception cref="FileNotFoundException">The ObjectStore has no such key.</exception>
    /// <exception cref="ArtifactException">The key holds no pool, or one that is damaged or needs a newer library.</exception>
    /// <exception cref="ArgumentException">
    /// The pool does not have the router, its rule is not the daily strategy's but <paramref name="topK"/> or <paramref name="shortLeg"/>
    /// is set, or a feature reads prices that LEAN's Adjusted bars do not carry.
    /// </exception>
    public AlphaMixAlphaModel(
        QCAlgorithm algorithm,
        string poolKey = PoolStore.DefaultKey,
        int topK = 0,
        string router = RouterNames.Average,
        bool shortLeg = false,
        bool allowInSample = false)
        : this(
            algorithm,
            new AlphaMixAlphaModelOptions { TopK = topK, Router = router, ShortLeg = shortLeg, AllowInSample = allowInSample },
            poolKey)
    {
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="AlphaMixAlphaModel"/> class with a pool from the algorithm's ObjectStore.
    /// </summary>
    /// <param name="algorithm">The algorithm whose ObjectStore holds the pool.</param>
    /// <param name="options">How the pool is used.</param>
    /// <param name="poolKey">The pool's key, or that of an index of dated pools.</param>
    /// <exception cref="FileNotFoundException">The ObjectStore has no such key.</exception>
    /// <exception cref="ArtifactException">
    /// The key holds no pool, or one that is damaged, needs a newer library or uses a name that the options' extensions lack.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The options do not fit the pool, or a feature reads prices that LEAN's Adjusted bars do not carry.
    /// </exception>
    public AlphaMixAlphaModel(QCAlgorithm algorithm, AlphaMixAlphaModelOptions options, string poolKey = PoolStore.DefaultKey)
        : this(PoolStore.ReadTimeline(algorithm, poolKey, options?.Extensions), options, new PoolReload(algorithm, poolKey))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixAlphaModel"/> class with a loaded pool.</summary>
    /// <param name="pool">The pool; it trades from the day after its last fitted price.</param>
    /// <param name="options">How it is used; null takes the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The options do not fit the pool, or a feature reads prices that LEAN's Adjusted bars do not carry.
    /// </exception>
    public AlphaMixAlphaModel(Pool pool, AlphaMixAlphaModelOptions? options = null)
        : this(PoolStore.ToTimeline(pool), options)
    {
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="AlphaMixAlphaModel"/> class with dated pools: on each day the newest one trades that
    /// was fitted before it.
    /// </summary>
    /// <param name="timeline">The pools; others may be added while the algorithm runs.</param>
    /// <param name="options">How they are used; null takes the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The options do not fit a pool or ask for <see cref="AlphaMixAlphaModelOptions.ReloadPool"/>, or a feature reads prices that LEAN's
    /// Adjusted bars do not carry.
    /// </exception>
    public AlphaMixAlphaModel(PoolTimeline timeline, AlphaMixAlphaModelOptions? options = null)
        : this(timeline, options, null)
    {
    }

    private AlphaMixAlphaModel(PoolTimeline timeline, AlphaMixAlphaModelOptions? options, PoolReload? reload)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        _timeline = timeline;
        _options = options ?? new AlphaMixAlphaModelOptions();
        foreach (var each in timeline.Pools)
            _options.Validate(each);
        if (_options.ReloadPool)
            _reload = reload ?? throw new ArgumentException(
                $"{nameof(AlphaMixAlphaModelOptions.ReloadPool)} needs a key of the ObjectStore, found a loaded pool: create the model with "
                + "(algorithm, options, poolKey).",
                nameof(options));
        _options = _options with { Router = RouterNames.Find(_options.Router, timeline.First.Routers)! };
        var features = timeline.First.Manifest.Features;
        PoolGuard.CheckFeatures(features);
        Resolution = features.Resolution == BarResolution.Daily ? Resolution.Daily : Resolution.Hour;
        ReadHistory = (algorithm, symbols, bars) => algorithm.History(symbols, bars, Resolution, fillForward: false);
        _ranker = new DayRanker(timeline, _options.Router);
        _feed = new BarFeed(_ranker.Universe, Resolution);
        _warmUp = new WarmUp(_ranker, _feed, (algorithm, symbols, bars) => ReadHistory(algorithm, symbols, bars));
        _writer = new InsightWriter(_ranker.Universe);
        var rule = _options.RuleOf(timeline.First);
        var names = rule is DailyTopK daily ? $"{daily.TopK}" : rule.Name;
        Name = $"{nameof(AlphaMixAlphaModel)}({_options.Router},{names},{Resolution}{(_options.ShortLeg ? ",short" : "")})";
    }

    /// <summary>
    /// Raised once a day after scoring, before <see cref="Update"/> returns the insights; not on a day on which no security is scored.
    /// </summary>
    public event EventHandler<DayScores>? Scored;

    /// <summary>Gets the pool in force: of dated pools the newest that may trade on the day of the last slice.</summary>
    public Pool Pool => _ranker.Pool;

    /// <summary>Gets the dated pools; one that is added trades from its day on.</summary>
    public PoolTimeline Timeline => _timeline;

    /// <summary>Gets the resolution of the bars that the pool reads, Daily or Hour; securities must be subscribed at it.</summary>
    public Resolution Resolution { get; }

    /// <summary>Gets the scores of the last day on which a security was scored; null before the first.</summary>
    public DayScores? Scores { get; private set; }

    /// <summary>Gets or sets what knows when sessions close.</summary>
    internal SessionClock Clock { get; set; } = new();

    /// <summary>Gets or sets how history is read: symbols and number of bars in, slices out, ascending.</summary>
    internal Func<QCAlgorithm, IReadOnlyList<Symbol>, int, IEnumerable<Slice>> ReadHistory { get; set; }

    /// <summary>Gets or sets what tells whether the algorithm trades live.</summary>
    internal Func<QCAlgorithm, bool> IsLive { get; set; } = algorithm => algorithm.LiveMode;

    /// <summary>Creates the model with a pool from a file, for an algorithm that runs where the file lies.</summary>
    /// <param name="path">The artifact.</param>
    /// <param name="options">How the pool is used; null takes the defaults.</param>
    /// <exception cref="ArtifactException">
    /// The file is not a pool, is damaged, needs a newer library or uses a name that the options' extensions lack.
    /// </exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="ArgumentException">
    /// The options do not fit the pool, or a feature reads prices that LEAN's Adjusted bars do not carry.
    /// </exception>
    public static AlphaMixAlphaModel FromFile(string path, AlphaMixAlphaModelOptions? options = null) =>
        new(PoolArtifact.Read(path, options?.Extensions), options);

    /// <summary>
    /// Adds the slice's bars to the windows and, when they are the day's last, scores the day and hands it to the portfolio model.
    /// Fill-forward bars and bars of other resolutions are skipped.
    /// </summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="data">The slice.</param>
    /// <returns>The day's insights; empty on every other slice, and during warm-up.</returns>
    /// <exception cref="InvalidOperationException">
    /// A router, forecaster or rule from outside the library returned a score outside [0, 1], or named a security twice.
    /// </exception>
    public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentNullException.ThrowIfNull(data);
        FollowEvents(algorithm, data);
        UsePoolOf(algorithm, data);
        if (_feed.Take(data, _ranker.Signals, Clock) is not { } close || algorithm.IsWarmingUp || close.Date <= _lastDay)
            return [];
        _lastDay = close.Date;
        return HandOver(algorithm, close);
    }

    /// <summary>
    /// Stops tracking removed securities; checks, tracks and warms up added ones in one batched history call, and in a second, longer one
    /// where bars have gaps. Securities other than equities and crypto pairs are ignored.
    /// </summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="changes">The securities added and removed.</param>
    /// <exception cref="InvalidOperationException">
    /// The backtest starts on or before the date of the last price that entered a fit, or before the first dated pool; or a security is
    /// subscribed at another resolution or price normalisation than the pool's.
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
            if (!IsWanted(security) || _ranker.Universe.Contains(security.Symbol))
                continue;
            if (!Pool.Scaler.Knows(security.Symbol.ID.Symbol))
                unknown.Add(NameOf(security.Symbol));
            else
                added.Add(Track(security));
        }

        LogUnknown(algorithm, unknown);
        if (added.Count > 0)
            _warmUp.Add(algorithm, added);
    }

    /// <summary>
    /// Returns whether it is this very object: LEAN's wrapper compares Python objects, and there is none behind a C# model.
    /// </summary>
    /// <param name="obj">The other object.</param>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>
    /// Uses the pool that is in force on the slice's day. Before the slice's bars are taken: windows that are read anew end with the bars
    /// before.
    /// </summary>
    private void UsePoolOf(QCAlgorithm algorithm, Slice data)
    {
        if (algorithm.IsWarmingUp || _feed.DayOf(data) is not { } day || day < DateOnly.FromDateTime(_lastDay))
            return;
        if (IsLive(algorithm))
            _reload?.Look(algorithm, day, _timeline, _options);
        if (_ranker.Use(day) && _ranker.Universe.All.Length > 0)
            _warmUp.Refill(algorithm, _ranker.Universe.All, data);
    }

    private List<Insight> HandOver(QCAlgorithm algorithm, DateTime barTime)
    {
        var ranked = _ranker.Rank(DateOnly.FromDateTime(barTime), _options.RuleOf(Pool), _options.CostBps, _signals);
        if (ranked is null)
            return [];
        WarnOfFewNames(algorithm, ranked);
        Publish(barTime.Date, ranked);
        var board = HandoverBoard.Find(algorithm);
        Name = board.Claim(this, Name);
        board.Post(Name, ranked);
        return _writer.Write(algorithm, ranked, _signals, Name, $"{_options.Router}", tracked => CloseOf(tracked, barTime));
    }

    /// <summary>Logs once, until there are enough, that too few names are scored to spread the portfolio over.</summary>
    private void WarnOfFewNames(QCAlgorithm algorithm, RankedDay ranked)
    {
        var isFew = ranked.Ranking.Length < ranked.Rule.MinPositions;
        if (isFew && !_hasFewNames)
            algorithm.Log(
                $"AlphaMix: {ranked.Ranking.Length} of {ranked.Names.Length} securities scored, fewer than the "
                    + $"{ranked.Rule.MinPositions} that the portfolio rule {ranked.Rule.Name} spreads a portfolio over: each gets at most "
                    + $"1/{ranked.Rule.MinPositions} of it, and the rest stays in cash.");
        _hasFewNames = isFew;
    }

    private void Publish(DateTime day, RankedDay ranked)
    {
        if (_signals.Count == 0)
            return;
        Scores = new DayScores(day, _options.Router, _signals.ConvertAll(signal =>
        {
            var tracked = _ranker.Universe.Find(signal.Window);
            return new SymbolScore(tracked.Symbol, signal.ProbabilityUp, signal.ExpertsAsked)
            {
                Score = ranked.Scores[tracked.Place],
                DayScore = signal.Score
            };
        }));
        Scored?.Invoke(this, Scores);
    }

    /// <summary>
    /// Returns the close of the horizon's last session, where the next day's insights replace these; without them they lapse before the
    /// next open.
    /// </summary>
    private DateTime CloseOf(TrackedSymbol tracked, DateTime barTime) => Clock.CloseAhead(
        tracked.Hours, tracked.Window.LastTime.Date == barTime.Date ? tracked.Window.LastTime : barTime, 1 + Pool.Manifest.Label.Horizon);

    private void GuardLookAhead(QCAlgorithm algorithm)
    {
        if (_isGuarded)
            return;
        _isGuarded = true;
        if (!IsLive(algorithm) && !_options.AllowInSample)
            PoolGuard.CheckStart(_timeline, DateOnly.FromDateTime(algorithm.StartDate));
    }

    private bool IsWanted(Security security) =>
        security.Type is SecurityType.Equity or SecurityType.Crypto
        && (!_options.PoolUniverseOnly || _timeline.Pools.Any(pool => pool.Manifest.Universe.Contains(security.Symbol.ID.Symbol)));

    private TrackedSymbol Track(Security security)
    {
        PoolGuard.CheckSubscription(security, Resolution, Pool.Manifest.Normalization);
        var tracked = new TrackedSymbol(security, _ranker.Signals.Track(security.Symbol.ID.Symbol));
        _ranker.Universe.Add(tracked);
        return tracked;
    }

    /// <summary>Returns the ticker that the user typed, with the permtick by which the pool knows a security where that differs.</summary>
    private static string NameOf(Symbol symbol) =>
        symbol.Value == symbol.ID.Symbol ? symbol.Value : $"{symbol.Value} (permtick {symbol.ID.Symbol})";

    private void LogUnknown(QCAlgorithm algorithm, List<string> unknown)
    {
        if (unknown.Count == 0 || _hasNamedUnknown)
            return;
        _hasNamedUnknown = true;
        algorithm.Log(
            $"AlphaMix: the pool's {Pool.Scaler.Kind} scaler does not know {string.Join(", ", unknown.Order(StringComparer.Ordinal))}; "
            + "securities it does not know stay silent.");
    }

    private void Forget(QCAlgorithm algorithm, Symbol symbol)
    {
        if (_ranker.Universe.Remove(symbol) is not { } tracked)
            return;
        tracked.Insight?.Cancel(algorithm.UtcTime);
        _ranker.Signals.Forget(tracked.Window);
    }

    private void FollowEvents(QCAlgorithm algorithm, Slice data)
    {
        if (data.Delistings.Count > 0)
        {
            foreach (var tracked in _ranker.Universe.All)
                tracked.IsLeaving |= data.Delistings.ContainsKey(tracked.Symbol);
        }

        // In a backtest Adjusted prices are on one scale from the start. Live, history is rescaled when an action happens.
        if (!IsLive(algorithm) || data.Splits.Count + data.Dividends.Count == 0)
            return;
        var rescaled = Array.FindAll(
            _ranker.Universe.All, tracked => data.Splits.ContainsKey(tracked.Symbol) || data.Dividends.ContainsKey(tracked.Symbol));
        if (rescaled.Length > 0)
            _warmUp.Refill(algorithm, rescaled, current: null);
    }
}
