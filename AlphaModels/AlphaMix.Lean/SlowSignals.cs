using AlphaMix.Core.Pools;
using AlphaMix.Core.Signals;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Lean;

/// <summary>What a slow rule needs beside a day's scores: their averages, and whether the gate was closed the day before.</summary>
/// <param name="scoreDays">Span of the averages.</param>
/// <param name="costBps">Expected cost of a trade, basis points a side.</param>
internal sealed class SlowSignals(int scoreDays, double costBps)
{
    private readonly SmoothedScores<Symbol> _smoothed = new(scoreDays);
    private DateOnly _through;
    private bool? _wasGated;

    /// <summary>Takes a day's scores into the averages; a day already taken, and one without scores, are left alone.</summary>
    public void Take(DateOnly day, IEnumerable<KeyValuePair<Symbol, double>> scores)
    {
        if (day <= _through)
            return;
        var own = scores.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (own.Count == 0)
            return;
        _through = day;
        _smoothed.Add(own);
    }

    /// <summary>Forgets the averages.</summary>
    public void Clear()
    {
        _smoothed.Clear();
        _through = default;
    }

    /// <summary>Gives a name's averaged score.</summary>
    public double Of(Symbol symbol) => _smoothed.Of(symbol);

    /// <summary>Gives what to say of a day: who may enter, who may stay, who cannot be sold; or 1/N when the gate is closed.</summary>
    /// <param name="algorithm">The algorithm, for what is held.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="ranking">The names scored, best first.</param>
    /// <param name="tracked">All names tracked, in ordinal order.</param>
    /// <param name="day">The day.</param>
    public IEnumerable<SlowWord> Words(QCAlgorithm algorithm, TradingRule rule, SymbolScore[] ranking, TrackedSymbol[] tracked, DateOnly day)
    {
        var reason = rule.GateReason(ranking.Length, costBps);
        var isRebuilt = _wasGated is { } before && before != reason is not null;
        if (_wasGated != reason is not null && (reason is not null || isRebuilt))
            algorithm.Log(reason is null ? "AlphaMix: the gate is open again; the pool's rule trades." : $"AlphaMix: the gate is closed, the portfolio is 1/N: {reason}.");
        _wasGated = reason is not null;
        var prefix = isRebuilt ? SlowWord.Rebuild + " " : "";
        return [.. reason is null ? Ranked(algorithm, rule, ranking, prefix) : Even(tracked, day, prefix), .. HaltedOnes(algorithm, tracked, day)];
    }

    private static IEnumerable<SlowWord> Ranked(QCAlgorithm algorithm, TradingRule rule, SymbolScore[] ranking, string prefix)
    {
        var held = rule.Held(ranking.Length);
        var sides = rule.LongShort ? 2 : 1;
        for (var rank = 0; rank < ranking.Length; rank++)
        {
            var (symbol, score) = (ranking[rank].Symbol, ranking[rank].Score);
            var below = ranking.Length - 1 - rank;
            var quantity = algorithm.Securities.TryGetValue(symbol, out var security) ? security.Holdings.Quantity : 0;
            var tag = $"{prefix}experts={ranking[rank].ExpertsAsked} rank={rank + 1}";
            if (rule.LongShort && (below < held || quantity < 0 || (below < 2 * held && quantity <= 0 && rank >= 2 * held)))
                yield return new SlowWord(symbol, InsightDirection.Down, 1 - score, below < held ? 1.0 / (sides * held) : 0, tag);
            else if (rank < 2 * held || quantity > 0)
                yield return new SlowWord(symbol, InsightDirection.Up, score, rank < held ? 1.0 / (sides * held) : 0, tag);
        }
    }

    private static IEnumerable<SlowWord> Even(TrackedSymbol[] tracked, DateOnly day, string prefix)
    {
        var trading = Array.FindAll(tracked, each => TradesOn(each, day));
        return trading.Select(each => new SlowWord(each.Symbol, InsightDirection.Up, 0.5, 1.0 / trading.Length, $"{prefix}gate=1/N"));
    }

    private static IEnumerable<SlowWord> HaltedOnes(QCAlgorithm algorithm, TrackedSymbol[] tracked, DateOnly day) =>
        from each in tracked
        where !TradesOn(each, day) && algorithm.Securities.TryGetValue(each.Symbol, out var security) && security.Holdings.Quantity != 0
        select new SlowWord(each.Symbol, algorithm.Securities[each.Symbol].Holdings.Quantity > 0 ? InsightDirection.Up : InsightDirection.Down, 0, 0, SlowWord.Halted);

    private static bool TradesOn(TrackedSymbol tracked, DateOnly day) => DateOnly.FromDateTime(tracked.Window.LastTime) == day;
}
