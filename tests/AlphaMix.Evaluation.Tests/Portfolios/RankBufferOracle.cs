using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Tests.Portfolios;

/// <summary>
/// The rank buffer in plain words and dictionaries, as it was first written: the definition that the simulator and its ledger are held against. It knows no
/// orders of names, no shared ledger and no states of trading, only which bars there are.
/// </summary>
internal sealed class RankBufferOracle(MarketGrid grid, ScoreSheet scores, Func<int, RankBuffer> ruleOn, FillRule fill, double costBps)
{
    private readonly int _delay = fill == FillRule.NextOpen ? 1 : 0;
    private Dictionary<int, double> _weights = [];
    private bool? _wasFallback;
    private RankBuffer _rule = ruleOn(0);

    /// <summary>Trades a span out of cash.</summary>
    public IEnumerable<Day> Run(EvaluationSpan span) => [.. Enumerable.Range(span.First, span.Count).Select(Step)];

    private Day Step(int day)
    {
        _rule = ruleOn(day);
        var ranked = Ranked(day);
        var isFallback = ranked.Length < _rule.MinUniverse || 252 * 2 * _rule.ExpectedTurnover * costBps / 10_000 > _rule.MaxYearlyCost;
        var isRebuilt = _wasFallback is { } before && before != isFallback;
        _wasFallback = isFallback;
        var names = isFallback ? [.. Names.Where(i => grid.Has(day, i))] : ranked;
        var k = isFallback ? names.Length : _rule.Positions(names.Length);
        var (longs, shorts, exits) = isRebuilt ? Rebuild(day, names, k, isFallback) : Decide(day, names, k, isFallback);
        return Fill(day + _delay, longs, shorts, exits, _rule.LongShort && !isFallback ? 0.5 : 1);
    }

    private IEnumerable<int> Names => Enumerable.Range(0, grid.InstrumentCount);

    private double Weight(int name) => _weights.GetValueOrDefault(name);

    private int[] Ranked(int day)
    {
        double Score(int on, int i) => grid.Has(on, i) ? scores[on, i] : double.NaN;
        int[] days = [.. Enumerable.Range(0, day + 1).Reverse().Where(on => Names.Any(i => !double.IsNaN(Score(on, i)))).Take(3 * _rule.ScoreDays)];
        double Average(int i)
        {
            var counted = days.Select((on, age) => (Score: Score(on, i), Factor: Math.Pow(1 - 2.0 / (_rule.ScoreDays + 1), age))).Where(one => !double.IsNaN(one.Score)).ToArray();
            return counted.Sum(one => one.Factor * one.Score) / counted.Sum(one => one.Factor);
        }

        return [.. Names.Where(i => !double.IsNaN(Score(day, i))).OrderByDescending(Average).ThenBy(i => i)];
    }

    private (HashSet<int> Longs, HashSet<int> Shorts, HashSet<int> Exits) Rebuild(int day, int[] names, int k, bool isFallback) =>
        ([.. names.Take(k)], _rule.LongShort && !isFallback ? [.. names.Skip(k).TakeLast(k)] : [], [.. _weights.Keys.Where(i => grid.Has(day, i))]);

    private (HashSet<int> Longs, HashSet<int> Shorts, HashSet<int> Exits) Decide(int day, int[] names, int k, bool isFallback)
    {
        var exits = _weights.Keys.Where(i => grid.Has(day, i) && !names.Contains(i)).ToHashSet();
        var stuck = _weights.Count(pair => pair.Value > 0 && !grid.Has(day, pair.Key));
        var budget = isFallback || _rule.MaxTurnover == 1 ? double.PositiveInfinity : _rule.MaxTurnover;
        var longs = Side(names, 1, k, stuck, ref budget, exits, []);
        var shorts = _rule.LongShort && !isFallback ? Side([.. names.Reverse()], -1, k, 0, ref budget, exits, longs) : [];
        return (longs, shorts, exits);
    }

    // Exits beyond 2k, worst first, within the budget but at least one; entries from the top into the free places.
    private HashSet<int> Side(int[] names, int sign, int k, int stuck, ref double budget, HashSet<int> exits, HashSet<int> taken)
    {
        var held = names.Where(i => sign * Weight(i) > 0).ToArray();
        var gone = 0;
        foreach (var name in names.Skip(2 * k).Reverse().Where(held.Contains))
        {
            if (gone > 0 && sign * Weight(name) > budget)
                continue;
            exits.Add(name);
            budget -= sign * Weight(name);
            gone++;
        }

        return [.. names.Where(i => Weight(i) == 0 && !taken.Contains(i)).Take(Math.Max(k - (held.Length + stuck - gone), 0))];
    }

    private Day Fill(int day, HashSet<int> longs, HashSet<int> shorts, HashSet<int> exits, double side)
    {
        var after = new Dictionary<int, double>(_weights);
        foreach (var name in _weights.Keys.Where(i => !IsHalted(day, i) && (exits.Contains(i) || !HasBarFrom(day, i))))
            after.Remove(name);
        foreach (var (entries, sign) in new[] { (longs, 1), (shorts, -1) })
        {
            var free = side - after.Values.Sum(weight => Math.Max(sign * weight, 0));
            var share = (free > 1e-12 ? free : 0) / Math.Max(entries.Count(name => !after.ContainsKey(name)), 1);
            foreach (var name in entries.Where(i => grid.Has(day, i) && !after.ContainsKey(i)).ToArray())
                after[name] = sign * share;
        }

        double[] changes = [.. Names.Select(i => after.GetValueOrDefault(i) - Weight(i))];
        var traded = changes.Sum(Math.Abs);
        var gross = after.Sum(pair => pair.Value * Growth(day, pair.Key));
        _weights = after.Where(pair => pair.Value != 0).ToDictionary(pair => pair.Key, pair => pair.Value * (1 + Growth(day, pair.Key)) / (1 + gross));
        var cost = traded * costBps / 10_000;
        return new Day(gross, gross - cost * (1 + gross), traded, changes.Sum(change => Math.Max(change, 0)));
    }

    private bool HasBarFrom(int day, int name) => Enumerable.Range(day, Math.Max(grid.DayCount - day, 0)).Any(on => grid.Has(on, name));

    private bool IsHalted(int day, int name) => !grid.Has(day, name) && HasBarFrom(day, name);

    private double Growth(int day, int name) => Price(day + 1, name) / Price(day, name) - 1;

    // The price of the fill on a day with a bar, else the last close before it.
    private double Price(int day, int name)
    {
        var last = Enumerable.Range(0, Math.Min(day + 1, grid.DayCount)).Last(on => grid.Has(on, name));
        return (last == day && fill == FillRule.NextOpen ? grid.Open : grid.Close)[last * grid.InstrumentCount + name];
    }

    /// <summary>One day of the portfolio.</summary>
    internal readonly record struct Day(double Gross, double Net, double Traded, double Bought);
}
