using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using QuantConnect.Data.Market;

namespace QuantConnect.Data;

// Behaving, for trade bars and corporate actions.
public class Slice : ExtendedDictionary<Symbol, object>, IEnumerable<KeyValuePair<Symbol, BaseData>>
{
    private readonly Dictionary<Symbol, BaseData> _data = [];

    public Slice(DateTime time, IEnumerable<BaseData> data, DateTime utcTime)
        : this(time, data.ToList(), utcTime)
    {
    }

    public Slice(DateTime time, List<BaseData> data, DateTime utcTime)
    {
        Time = time;
        UtcTime = utcTime;
        Bars = new TradeBars(utcTime);
        Splits = new Splits(utcTime);
        Dividends = new Dividends(utcTime);
        Delistings = new Delistings(utcTime);
        SymbolChangedEvents = new SymbolChangedEvents(utcTime);
        AllData = data;
        foreach (var point in data)
            Add(point);
    }

    public IEnumerable<BaseData> AllData { get; }

    public TradeBars Bars { get; }

    public Splits Splits { get; }

    public Dividends Dividends { get; }

    public Delistings Delistings { get; }

    public SymbolChangedEvents SymbolChangedEvents { get; }

    public DateTime Time { get; }

    public DateTime UtcTime { get; }

    public bool HasData => _data.Count > 0;

    public override int Count => _data.Count;

    public virtual IReadOnlyList<Symbol> Keys => [.. _data.Keys];

    public virtual IReadOnlyList<BaseData> Values => [.. _data.Values];

    protected override IEnumerable<Symbol> GetKeys => _data.Keys;

    protected override IEnumerable<object> GetValues => _data.Values;

    public override dynamic this[Symbol symbol]
    {
        get => _data[symbol];
        set => throw new NotSupportedException("A slice is read-only.");
    }

    public override bool ContainsKey(Symbol symbol) => _data.ContainsKey(symbol);

    public IEnumerator<KeyValuePair<Symbol, BaseData>> GetEnumerator() => _data.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override IEnumerable<KeyValuePair<Symbol, object>> GetItems() =>
        _data.Select(pair => KeyValuePair.Create(pair.Key, (object)pair.Value));

    public override bool TryGetValue(Symbol symbol, out object data)
    {
        var found = _data.TryGetValue(symbol, out var point);
        data = point;
        return found;
    }

    private void Add(BaseData point)
    {
        switch (point)
        {
            case TradeBar bar:
                Bars[bar.Symbol] = bar;
                _data[bar.Symbol] = bar;
                break;
            case Split split:
                Splits[split.Symbol] = split;
                break;
            case Dividend dividend:
                Dividends[dividend.Symbol] = dividend;
                break;
            case Delisting delisting:
                Delistings[delisting.Symbol] = delisting;
                break;
            case SymbolChangedEvent change:
                SymbolChangedEvents[change.Symbol] = change;
                break;
            default:
                _data[point.Symbol] = point;
                break;
        }
    }
}
