using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Journals;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Journals;

/// <summary>
/// Selects the entries of a journal that are evidence: made by the pool in force, after its last fitted price, and written before the price
/// at which their decision fills.
/// </summary>
/// <param name="pools">The pools, in the order of their days.</param>
/// <param name="series">Prices, which know the trading days.</param>
/// <param name="fill">When decisions fill.</param>
/// <param name="hours">When sessions open and close.</param>
internal sealed class JournalJudge(
    IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series, FillRule fill, SessionHours hours)
{
    private readonly string[] _hashes = [.. pools.Select(dated => PoolArtifact.Hash(dated.Pool))];
    private readonly List<DateOnly> _days = [.. MarketGrid.From(series, DateOnly.MinValue).Days];

    /// <summary>Gets a value indicating whether entries of backtests are taken too; they are no evidence.</summary>
    public bool IncludeBacktest { get; init; }

    /// <summary>Gets the router whose entries are taken; null for that of the first entry taken.</summary>
    public string? Router { get; init; }

    /// <summary>Gets the first decision day; null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the first day after the decisions; null for all.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Selects.</summary>
    /// <param name="journal">The journal; nothing behind a break is taken.</param>
    /// <param name="audit">Receives what was left out, and why.</param>
    /// <returns>The entries to judge, days ascending.</returns>
    public IReadOnlyList<JournalEntry> Select(Journal journal, out JournalAudit audit)
    {
        var judged = new List<JournalEntry>();
        var leftOut = new List<JournalOmission>();
        for (var i = 0; i < journal.Entries.Count; i++)
        {
            var entry = journal.Entries[i];
            if (Fault(entry, Router ?? (judged.Count > 0 ? judged[0].Router : entry.Router)) is { } reason)
                leftOut.Add(new JournalOmission(i + 1, entry.Day, entry.WrittenUtc, reason));
            else
                judged.Add(entry);
        }

        var instruments = series.Select(one => one.Instrument).ToHashSet(StringComparer.Ordinal);
        audit = new JournalAudit
        {
            Lines = journal.Lines,
            Entries = journal.Entries.Count,
            Judged = judged.Count,
            FromBacktests = judged.Count(entry => entry.Origin == JournalOrigin.Backtest),
            DaysWithout = judged.Count == 0
                ? 0
                : _days.Count(day => day >= judged[0].Day && day <= judged[^1].Day) - judged.Count,
            LeftOut = leftOut,
            UnknownNames =
            [
                .. judged.SelectMany(entry => entry.Scores.Keys).Distinct().Where(name => !instruments.Contains(name))
                    .Order(StringComparer.Ordinal)
            ],
            Break = journal.Break,
            Head = journal.Head
        };
        return judged;
    }

    /// <summary>Returns entries as a strategy that the pools' rules trade; a day without an entry has no scores.</summary>
    /// <param name="entries">Entries of one router, on days of the grid.</param>
    /// <param name="grid">Prices; names that they lack are left out.</param>
    /// <param name="rules">The rules.</param>
    public static Strategy ToStrategy(IReadOnlyList<JournalEntry> entries, MarketGrid grid, RuleTimeline rules)
    {
        var sheet = new ScoreSheet(grid);
        var days = grid.Days.Select((day, index) => (day, index)).ToDictionary(pair => pair.day, pair => pair.index);
        foreach (var entry in entries)
        {
            foreach (var (instrument, score) in entry.Scores)
            {
                if (grid.IndexOf(instrument) is >= 0 and var column)
                    sheet[days[entry.Day], column] = score;
            }
        }

        return new Strategy(entries[0].Router, sheet, rules);
    }

    private string? Fault(JournalEntry entry, string router)
    {
        if (entry.Day < From || entry.Day >= To)
            return "outside the days asked for";
        if (entry.Origin == JournalOrigin.Backtest && !IncludeBacktest)
            return "written in a backtest, whose clock is simulated";
        if (entry.Day <= entry.FittedThrough)
            return $"in-sample: prices through {entry.FittedThrough:yyyy-MM-dd} entered the pool's fit";
        if (PoolFault(entry) is { } other)
            return other;
        return entry.Router == router ? TimeFault(entry) : $"made by router {entry.Router}, judged are those of {router}";
    }

    private string? PoolFault(JournalEntry entry)
    {
        var inForce = Enumerable.Range(0, pools.Count).LastOrDefault(i => pools[i].From <= entry.Day, -1);
        if (inForce < 0)
            return $"before {pools[0].From:yyyy-MM-dd}, the first day of the pool";
        return entry.Pool == _hashes[inForce]
            ? null
            : $"made by pool {entry.Pool[..12]}, given for that day is {_hashes[inForce][..12]}";
    }

    private string? TimeFault(JournalEntry entry)
    {
        var place = _days.BinarySearch(entry.Day);
        if (place < 0)
            return "no trading day of the data";
        if (place == _days.Count - 1)
            return "its outcome is not in the data: there is no later day";
        var due = fill == FillRule.Close ? hours.CloseUtc(entry.Day) : hours.OpenUtc(_days[place + 1]);
        if (entry.WrittenUtc < due || (fill == FillRule.Close && entry.WrittenUtc == due))
            return null;
        return $"written too late: its decision fills at {due:yyyy-MM-dd HH:mm} UTC";
    }
}
