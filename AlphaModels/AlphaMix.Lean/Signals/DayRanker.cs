using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Signals;
using AlphaMix.Lean.Handover;

namespace AlphaMix.Lean.Signals;

/// <summary>
/// Scores and ranks days by the pool in force: keeps the windows of the tracked securities and the averages of their scores. From the same
/// bars it computes the numbers of evaluation to the bit.
/// </summary>
internal sealed class DayRanker
{
    private readonly PoolTimeline _timeline;
    private readonly string _router;
    private readonly ScoreAverage _average;
    private DateOnly _averagedThrough;
    private double[] _today = [];

    public DayRanker(PoolTimeline timeline, string router)
    {
        _timeline = timeline;
        _router = router;
        _average = new ScoreAverage(timeline.First.Manifest.Rule.ScoreDays);
        Signals = new SignalGenerator(timeline.First, router);
    }

    /// <summary>Gets the securities.</summary>
    public TrackedUniverse Universe { get; } = new();

    /// <summary>Gets the windows and the pool in force.</summary>
    public SignalGenerator Signals { get; private set; }

    /// <summary>Gets the pool in force.</summary>
    public Pool Pool => Signals.Pool;

    /// <summary>Gets the days of scores that the averages reach back; 0 when the ranking goes by the day's own.</summary>
    public int AverageDays => Pool.Manifest.Rule.ScoreDays > 1 ? _average.Memory : 0;

    /// <summary>Uses the pool of a day.</summary>
    /// <returns>Whether the windows are empty now and need their history, because rows were scaled by the pool before.</returns>
    public bool Use(DateOnly day)
    {
        if (_timeline.At(day) is not { } pool || ReferenceEquals(pool, Pool) || Signals.TryUse(pool))
            return false;
        Signals = new SignalGenerator(pool, _router);
        Universe.ReplaceWindows(tracked => Signals.Track(tracked.Symbol.ID.Symbol));
        return true;
    }

    /// <summary>Forgets the averages.</summary>
    public void ForgetScores()
    {
        _average.Clear();
        _averagedThrough = default;
        Universe.ResetSlots();
    }

    /// <summary>
    /// Averages the scores of a day of history, by the pool that was in force: those of days before it was fitted would be in-sample.
    /// </summary>
    public void Recall(DateOnly day)
    {
        if (_timeline.At(day) is { } pool && (ReferenceEquals(pool, Pool) || Signals.TryUse(pool)))
            Average(day, Signals.Score(day));
    }

    /// <summary>Scores and ranks a day.</summary>
    /// <param name="day">The day, in the exchange's local time.</param>
    /// <param name="rule">The rule to hand over.</param>
    /// <param name="costBps">The expected cost to hand over.</param>
    /// <param name="signals">Receives the names scored, best first; ties in ordinal order.</param>
    /// <returns>The day to hand over; null when no security has a bar.</returns>
    public RankedDay? Rank(DateOnly day, IPortfolioRule rule, double costBps, List<Signal> signals)
    {
        signals.Clear();
        var states = Array.ConvertAll(Universe.All, tracked => StateOn(tracked, day));
        if (!Array.Exists(Universe.All, tracked => tracked.HasBarOn(day)))
            return null;
        var scored = Signals.Score(day);
        Average(day, scored);
        var scores = new double[states.Length];
        Array.Fill(scores, double.NaN);
        foreach (var signal in scored)
            scores[PlaceOf(signal)] = _average.Value(Universe.Find(signal.Window).Slot);

        signals.AddRange(scored.OrderByDescending(signal => scores[PlaceOf(signal)]));
        return new RankedDay
        {
            Names = Universe.Symbols,
            Ranking = [.. signals.Select(PlaceOf).Where(place => states[place] == TradingState.Trading)],
            Scores = scores,
            States = states,
            Rule = rule,
            CostBps = costBps
        };
    }

    private static TradingState StateOn(TrackedSymbol tracked, DateOnly day) =>
        tracked.IsLeaving ? TradingState.Delisted : tracked.HasBarOn(day) ? TradingState.Trading : TradingState.Halted;

    private int PlaceOf(Signal signal) => Universe.Find(signal.Window).Place;

    /// <summary>Adds a day's scores to the averages; a day already added, and one without scores, change nothing.</summary>
    private void Average(DateOnly day, IReadOnlyList<Signal> signals)
    {
        if (day <= _averagedThrough || signals.Count == 0)
            return;
        _averagedThrough = day;
        if (_today.Length != Universe.SlotCount)
            _today = new double[Universe.SlotCount];
        Array.Fill(_today, double.NaN);
        foreach (var signal in signals)
            _today[Universe.Find(signal.Window).Slot] = signal.Score;
        _average.Add(_today);
    }
}
