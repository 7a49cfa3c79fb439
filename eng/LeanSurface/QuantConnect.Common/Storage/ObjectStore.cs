using System.Collections.Generic;
using System.Collections;
using System.Text;
using AlphaMix.LeanSurface;
using QuantConnect.Interfaces;

namespace QuantConnect.Storage;

// Behaving, over any store. The algorithm of the surface keeps one in memory.
public class ObjectStore : IObjectStore
{
    private readonly IObjectStore _store;

    public ObjectStore(IObjectStore store)
    {
        _store = store;
    }

    public ICollection<string> Keys => _store.Keys;

    public void Clear() => _store.Clear();

    public bool ContainsKey(string path) => _store.ContainsKey(path);

    public bool Delete(string path) => _store.Delete(path);

    public void Dispose() => _store.Dispose();

    public IEnumerator<KeyValuePair<string, byte[]>> GetEnumerator() => _store.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public byte[] ReadBytes(string path) => _store.ReadBytes(path);

    public string Read(string path, Encoding encoding = null) => (encoding ?? Encoding.UTF8).GetString(ReadBytes(path));

    public string ReadString(string path, Encoding encoding = null) => Read(path, encoding);

    // LEAN: saves the file at GetFilePath(path).
    public bool Save(string path) => throw Declared.Only();

    public bool Save(string path, string text, Encoding encoding = null) => SaveBytes(path, (encoding ?? Encoding.UTF8).GetBytes(text));

    public bool SaveString(string path, string text, Encoding encoding = null) => Save(path, text, encoding);

    public bool SaveBytes(string path, byte[] contents) => _store.SaveBytes(path, contents);
}
