using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Journals;
using AlphaMix.Core.Pools;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean;

/// <summary>
/// Keeps a journal of an alpha model's predictions in the ObjectStore: each day's scores, written when they are made and before their
/// outcome is known, chained by hashes. <c>alphamix evaluate POOL --journal FILE</c> judges it.
/// </summary>
/// <remarks>
/// <para>Entries are only ever added. After a restart the journal goes on where it ends; a day that it has is not written again.</para>
/// <para>Times are the algorithm's. Live, the journal is saved with each entry. In a backtest, whose entries are no evidence, it is saved
/// by <see cref="Save"/> alone: call it in <c>OnEndOfAlgorithm</c>.</para>
/// </remarks>
public sealed class PredictionJournal
{
    /// <summary>The default key: <c>storage/alphamix/journal.jsonl</c> beside lean.json.</summary>
    public const string DefaultKey = "alphamix/journal.jsonl";

    private readonly QCAlgorithm _algorithm;
    private readonly AlphaMixAlphaModel _alpha;
    private readonly string _key;
    private readonly Journal _journal;
    private readonly List<byte> _bytes = [];
    private Pool? _pool;
    private string _poolHash = "";

    /// <summary>Initializes a new instance of the <see cref="PredictionJournal"/> class and follows the alpha model.</summary>
    /// <param name="algorithm">The algorithm whose ObjectStore has the journal.</param>
    /// <param name="alpha">The alpha model.</param>
    /// <param name="key">The journal's key, with one dot at most; a journal that is there is continued.</param>
    /// <exception cref="ArgumentException">The key is blank.</exception>
    /// <exception cref="JournalException">The chain of the journal that is there is broken.</exception>
    public PredictionJournal(QCAlgorithm algorithm, AlphaMixAlphaModel alpha, string key = DefaultKey)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentNullException.ThrowIfNull(alpha);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        (_algorithm, _alpha, _key) = (algorithm, alpha, key);
        if (algorithm.ObjectStore.ContainsKey(key))
            _bytes.AddRange(algorithm.ObjectStore.ReadBytes(key));
        _journal = Journal.Read(_bytes.ToArray());
        if (_journal.Break is { } found)
            throw new JournalException(
                $"AlphaMix: the chain of the journal '{key}' is broken at {found}. Nothing can be added to it: name another key.");
        alpha.Scored += (_, day) => Add(day);
    }

    /// <summary>Gets the hash of the last entry; 64 zeros before the first.</summary>
    public string Head => _journal.Head;

    /// <summary>Saves the journal to the ObjectStore.</summary>
    /// <exception cref="InvalidOperationException">The ObjectStore did not take it.</exception>
    public void Save()
    {
        if (_journal.Entries.Count > 0 && !_algorithm.ObjectStore.SaveBytes(_key, _bytes.ToArray()))
            throw new InvalidOperationException($"AlphaMix: the ObjectStore did not save the journal '{_key}'.");
    }

    private void Add(DayScores day)
    {
        var date = DateOnly.FromDateTime(day.Day);
        var last = _journal.Entries.Count > 0 ? _journal.Entries[^1].Day : DateOnly.MinValue;
        if (date == last)
            return;
        if (date < last)
            throw new JournalException(
                $"AlphaMix: the journal '{_key}' goes on after {last:yyyy-MM-dd}, but the algorithm scores {date:yyyy-MM-dd}. A journal is "
                + "never rewritten: name another key.");
        var isLive = _alpha.IsLive(_algorithm);
        _bytes.AddRange(_journal.Append(new JournalEntry
        {
            Day = date,
            WrittenUtc = DateTime.SpecifyKind(_algorithm.UtcTime, DateTimeKind.Utc),
            Origin = isLive ? JournalOrigin.Live : JournalOrigin.Backtest,
            Pool = HashOf(_alpha.Pool),
            FittedThrough = _alpha.Pool.Manifest.FittedThrough,
            Router = day.Router,
            Scores = ScoresOf(day)
        }));
        if (isLive)
            Save();
    }

    /// <summary>Returns the scores by permtick; securities that share one, by their whole identifier.</summary>
    private static Dictionary<string, double> ScoresOf(DayScores day) => day.Ranking
        .GroupBy(score => score.Symbol.ID.Symbol, StringComparer.Ordinal)
        .SelectMany(same => same.Select(score => (Name: same.Count() == 1 ? same.Key : score.Symbol.ID.ToString(), score.DayScore)))
        .ToDictionary(score => score.Name, score => score.DayScore, StringComparer.Ordinal);

    private string HashOf(Pool pool)
    {
        if (!ReferenceEquals(pool, _pool))
            (_pool, _poolHash) = (pool, PoolArtifact.Hash(pool));
        return _poolHash;
    }
}
