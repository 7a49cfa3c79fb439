using System.Collections;
using System.Collections.Generic;
using QuantConnect.Interfaces;

namespace QuantConnect.Storage;

internal sealed class MemoryObjectStore : IObjectStore
{
    private readonly Dictionary<string, byte[]> _contents = [];

    public ICollection<string> Keys => _contents.Keys;

    // LEAN's clears a cache, and no file.
    public void Clear()
    {
    }

    public bool ContainsKey(string path) => _contents.ContainsKey(path);

    public bool Delete(string path) => _contents.Remove(path);

    public void Dispose() => _contents.Clear();

    public IEnumerator<KeyValuePair<string, byte[]>> GetEnumerator() => _contents.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public byte[] ReadBytes(string path) =>
        _contents.TryGetValue(path, out var contents) ? contents
            : throw new KeyNotFoundException($"The store holds nothing under '{path}'.");

    public bool SaveBytes(string path, byte[] contents)
    {
        _contents[path] = contents;
        return true;
    }
}
