using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace QuantConnect.Algorithm.Framework.Alphas;

// Behaving.
public class InsightCollection : IEnumerable<Insight>
{
    private readonly List<Insight> _open = [];

    public int Count => _open.Count;

    public int TotalCount { get; private set; }

    public void Add(Insight item)
    {
        _open.Add(item);
        TotalCount++;
    }

    public void AddRange(IEnumerable<Insight> insights)
    {
        foreach (var insight in insights)
            Add(insight);
    }

    public bool Contains(Insight item) => _open.Contains(item);

    public bool ContainsKey(Symbol symbol) => _open.Exists(insight => insight.Symbol == symbol);

    public bool Remove(Insight item) => _open.Remove(item);

    public void Clear(Symbol[] symbols) => _open.RemoveAll(insight => symbols.Contains(insight.Symbol));

    public IEnumerator<Insight> GetEnumerator() => ((IEnumerable<Insight>)[.. BySymbol()]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public DateTime? GetNextExpiryTime() => _open.Count == 0 ? null : _open.Min(insight => insight.CloseTimeUtc);

    public ICollection<Insight> GetActiveInsights(DateTime utcTime) => [.. BySymbol().Where(insight => insight.IsActive(utcTime))];

    public bool HasActiveInsights(Symbol symbol, DateTime utcTime) =>
        _open.Exists(insight => insight.Symbol == symbol && insight.IsActive(utcTime));

    public ICollection<Insight> RemoveExpiredInsights(DateTime utcTime)
    {
        List<Insight> expired = [.. BySymbol().Where(insight => insight.IsExpired(utcTime))];
        _open.RemoveAll(expired.Contains);
        return expired;
    }

    // LEAN keeps a list a symbol: insights come grouped, symbols in the order in which they first appeared.
    private IEnumerable<Insight> BySymbol() => _open.GroupBy(insight => insight.Symbol).SelectMany(same => same);
}
