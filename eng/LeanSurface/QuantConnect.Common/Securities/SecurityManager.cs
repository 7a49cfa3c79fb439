using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace QuantConnect.Securities;

// Behaving.
public class SecurityManager : ExtendedDictionary<Symbol, Security>, IDictionary<Symbol, Security>
{
    private readonly Dictionary<Symbol, Security> _securities = [];

    internal SecurityManager()
    {
    }

    public override int Count => _securities.Count;

    public ICollection<Symbol> Keys => _securities.Keys;

    public ICollection<Security> Values => _securities.Values;

    public override bool IsReadOnly => false;

    protected override IEnumerable<Symbol> GetKeys => _securities.Keys;

    protected override IEnumerable<Security> GetValues => _securities.Values;

    public override Security this[Symbol symbol]
    {
        get => _securities.TryGetValue(symbol, out var security)
            ? security
            : throw new KeyNotFoundException($"{symbol} is not among the securities.");
        set => _securities[symbol] = value;
    }

    public void Add(Security security) => Add(security.Symbol, security);

    public void Add(Symbol symbol, Security security) => _securities[symbol] = security;

    public void Add(KeyValuePair<Symbol, Security> pair) => Add(pair.Key, pair.Value);

    public override void Clear() => _securities.Clear();

    public bool Contains(KeyValuePair<Symbol, Security> pair) => _securities.Contains(pair);

    public override bool ContainsKey(Symbol symbol) => _securities.ContainsKey(symbol);

    public void CopyTo(KeyValuePair<Symbol, Security>[] array, int number) =>
        ((IDictionary<Symbol, Security>)_securities).CopyTo(array, number);

    IEnumerator<KeyValuePair<Symbol, Security>> IEnumerable<KeyValuePair<Symbol, Security>>.GetEnumerator() => _securities.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _securities.GetEnumerator();

    public override IEnumerable<KeyValuePair<Symbol, Security>> GetItems() => _securities;

    public bool Remove(KeyValuePair<Symbol, Security> pair) => Remove(pair.Key);

    public override bool Remove(Symbol symbol) => _securities.Remove(symbol);

    public override bool TryGetValue(Symbol symbol, out Security security) => _securities.TryGetValue(symbol, out security);
}
