using System.Collections.Generic;
using AlphaMix.LeanSurface;

namespace QuantConnect;

public abstract class ExtendedDictionary<TKey, TValue>
{
    public abstract int Count { get; }

    public virtual bool IsReadOnly => true;

    public abstract TValue this[TKey key] { get; set; }

    protected abstract IEnumerable<TKey> GetKeys { get; }

    protected abstract IEnumerable<TValue> GetValues { get; }

    public abstract IEnumerable<KeyValuePair<TKey, TValue>> GetItems();

    public abstract bool TryGetValue(TKey key, out TValue value);

    public virtual bool ContainsKey(TKey key) => TryGetValue(key, out _);

    public virtual bool Remove(TKey key) => throw Declared.Only();

    public virtual void Clear() => throw Declared.Only();
}
