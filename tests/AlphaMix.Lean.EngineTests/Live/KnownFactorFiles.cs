using System.Collections.Concurrent;
using QuantConnect;
using QuantConnect.Data.Auxiliary;
using QuantConnect.Interfaces;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>
/// Factor files as far as they are known today: the data folder's without the splits and dividends of later days. LEAN wants to know an
/// event the day before.
/// </summary>
public sealed class KnownFactorFiles : IFactorFileProvider
{
    private readonly ConcurrentDictionary<(Symbol Symbol, DateTime Day), IFactorProvider> _known = [];
    private readonly LocalDiskFactorFileProvider _all = new();

    /// <inheritdoc/>
    public void Initialize(IMapFileProvider mapFileProvider, IDataProvider dataProvider) => _all.Initialize(mapFileProvider, dataProvider);

    /// <inheritdoc/>
    public IFactorProvider Get(Symbol symbol) => _known.GetOrAdd(
        (symbol, DateTime.UtcNow.ConvertFromUtc(TimeZones.NewYork).Date), key => Known(_all.Get(key.Symbol), key.Day));

    private static IFactorProvider Known(IFactorProvider all, DateTime day)
    {
        if (all is not CorporateFactorProvider factors)
            return all;
        var now = factors.GetScalingFactors(day.AddDays(1));
        var rows = factors.Where(row => row.Date <= day)
            .Cast<CorporateFactorRow>()
            .Select(row => new CorporateFactorRow(
                row.Date, row.PriceFactor / now.PriceFactor, row.SplitFactor / now.SplitFactor, row.ReferencePrice));
        return new CorporateFactorProvider(
            factors.Permtick, [.. rows, new CorporateFactorRow(Time.EndOfTime, 1, 1)], factors.FactorFileMinimumDate);
    }
}
