using System.Collections.Concurrent;
using QuantConnect;
using QuantConnect.Data.Auxiliary;
using QuantConnect.Interfaces;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>Map files as far as they are known today: the data folder's without the names of later days.</summary>
public sealed class KnownMapFiles : IMapFileProvider
{
    private readonly ConcurrentDictionary<(AuxiliaryDataKey Key, DateTime Day), MapFileResolver> _known = [];
    private readonly LocalDiskMapFileProvider _all = new();

    /// <inheritdoc/>
    public void Initialize(IDataProvider dataProvider) => _all.Initialize(dataProvider);

    /// <inheritdoc/>
    public MapFileResolver Get(AuxiliaryDataKey auxiliaryDataKey) => _known.GetOrAdd(
        (auxiliaryDataKey, DateTime.UtcNow.ConvertFromUtc(TimeZones.NewYork).Date),
        key => new MapFileResolver(_all.Get(key.Key).Select(file => Known(file, key.Day))));

    private static MapFile Known(MapFile all, DateTime day)
    {
        // A row says until when a name was used.
        var rows = all.OrderBy(row => row.Date).ToList();
        var last = rows.FindIndex(row => row.Date >= day);
        if (last < 0 || last == rows.Count - 1)
            return all;
        rows[last] = new MapFileRow(rows[^1].Date, rows[last].MappedSymbol, rows[last].PrimaryExchange);
        return new MapFile(all.Permtick, rows.Take(last + 1));
    }
}
