using System;
using System.Collections.Generic;

namespace QuantConnect.Interfaces;

// Trimmed, so nothing outside may implement it.
public interface IObjectStore : IDisposable, IEnumerable<KeyValuePair<string, byte[]>>
{
    ICollection<string> Keys { get; }

    void Clear();

    bool ContainsKey(string path);

    bool Delete(string path);

    byte[] ReadBytes(string path);

    bool SaveBytes(string path, byte[] contents);
}
