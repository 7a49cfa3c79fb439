using System;
using System.Collections.Generic;

namespace Common.Util;

// Behaving: a dictionary that refuses changes.
public class ReadOnlyExtendedDictionary<TKey, TValue> : BaseExtendedDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>
{
    public ReadOnlyExtendedDictionary()
    {
    }

    public ReadOnlyExtendedDictionary(IDictionary<TKey, TValue> dictionary)
        : base(dictionary)
    {
    }

    public ReadOnlyExtendedDictionary(IEnumerable<TValue> data, Func<TValue, TKey> keySelector)
        : base(data, keySelector)
    {
    }

    public override bool IsReadOnly => true;

    public override TValue this[TKey key]
    {
        get => base[key];
        set => throw new InvalidOperationException("This dictionary is read-only.");
    }

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    public override void Clear() => throw new InvalidOperationException("This dictionary is read-only.");

    public new bool Remove(KeyValuePair<TKey, TValue> item) => throw new InvalidOperationException("This dictionary is read-only.");

    public override bool Remove(TKey key) => throw new InvalidOperationException("This dictionary is read-only.");
}
