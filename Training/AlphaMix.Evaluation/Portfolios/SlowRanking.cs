using AlphaMix.Core.Pools;
using AlphaMix.Core.Signals;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Ranks the names of each day by their averaged scores. Days come in order.</summary>
internal sealed class SlowRanking(MarketGrid grid, ScoreSheet scores, TradingRule rule)
{
    private readonly SmoothedScores<int> _smoothed = new(rule.ScoreDays);
    private readonly int[] _ranks = new int[grid.InstrumentCount];

    /// <summary>Gives the rank of an instrument on the last day ranked, 1 the highest; 0 when it was not ranked.</summary>
    public int RankOf(int instrument) => _ranks[instrument];

    /// <summary>Takes the scores of the days before the first decision.</summary>
    public void WarmUp(int first)
    {
        for (var day = Math.Max(0, first - _smoothed.Memory); day < first; day++)
            Take(day);
    }

    /// <summary>Gives the names with a bar and a score on the day, best first.</summary>
    public int[] Rank(int day)
    {
        var averages = Take(day).ToDictionary(name => name, _smoothed.Of);
        int[] names = [.. averages.Keys.OrderByDescending(name => averages[name]).ThenBy(name => name)];
        Array.Clear(_ranks);
        for (var rank = 0; rank < names.Length; rank++)
            _ranks[names[rank]] = rank + 1;
        return names;
    }

    /// <summary>Gives all names with a bar on the day.</summary>
    public int[] Tradable(int day) => [.. Enumerable.Range(0, grid.InstrumentCount).Where(i => grid.Has(day, i))];

    /// <summary>Counts the names bought that have no bar on the day.</summary>
    public int Stuck(int day, DriftingLedger ledger)
    {
        var stuck = 0;
        for (var i = 0; i < grid.InstrumentCount; i++)
            stuck += ledger.Weights[i] > 0 && !grid.Has(day, i) ? 1 : 0;
        return stuck;
    }

    private int[] Take(int day)
    {
        int[] names = [.. Tradable(day).Where(i => !double.IsNaN(scores[day, i]))];
        if (names.Length > 0)
            _smoothed.Add(names.ToDictionary(name => name, name => scores[day, name]));
        return names;
    }
}
