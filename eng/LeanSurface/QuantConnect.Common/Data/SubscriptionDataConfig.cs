using System;

namespace QuantConnect.Data;

// Behaving: what a subscription is asked for.
public class SubscriptionDataConfig
{
    public SubscriptionDataConfig(
        Type objectType, Symbol symbol, Resolution resolution, NodaTime.DateTimeZone dataTimeZone, NodaTime.DateTimeZone exchangeTimeZone,
        bool fillForward,
        bool extendedHours, bool isInternalFeed, bool isCustom = false, TickType? tickType = null, bool isFilteredSubscription = true,
        DataNormalizationMode dataNormalizationMode = DataNormalizationMode.Adjusted,
        DataMappingMode dataMappingMode = DataMappingMode.OpenInterest,
        uint contractDepthOffset = 0, bool mappedConfig = false)
    {
        Type = objectType;
        Symbol = symbol;
        Resolution = resolution;
        FillDataForward = fillForward;
        ExtendedMarketHours = extendedHours;
        IsInternalFeed = isInternalFeed;
        IsCustomData = isCustom;
        TickType = tickType ?? TickType.Trade;
        IsFilteredSubscription = isFilteredSubscription;
        DataNormalizationMode = dataNormalizationMode;
        DataMappingMode = dataMappingMode;
        ContractDepthOffset = contractDepthOffset;
    }

    public SubscriptionDataConfig(
        SubscriptionDataConfig config, Type objectType = null, Symbol symbol = null, Resolution? resolution = null,
        NodaTime.DateTimeZone dataTimeZone = null, NodaTime.DateTimeZone exchangeTimeZone = null, bool? fillForward = null,
        bool? extendedHours = null, bool? isInternalFeed = null, bool? isCustom = null, TickType? tickType = null,
        bool? isFilteredSubscription = null, DataNormalizationMode? dataNormalizationMode = null, DataMappingMode? dataMappingMode = null,
        uint? contractDepthOffset = null, bool? mappedConfig = null)
    {
        throw AlphaMix.LeanSurface.Declared.Only();
    }

    public Type Type { get; private set; }

    public Symbol Symbol { get; private set; }

    public Resolution Resolution { get; private set; }

    public bool FillDataForward { get; private set; }

    public bool ExtendedMarketHours { get; private set; }

    public bool IsInternalFeed { get; private set; }

    public bool IsCustomData { get; private set; }

    public TickType TickType { get; private set; }

    public bool IsFilteredSubscription { get; private set; }

    public DataNormalizationMode DataNormalizationMode { get; set; }

    public DataMappingMode DataMappingMode { get; private set; }

    public uint ContractDepthOffset { get; private set; }
}
