namespace QuantConnect
{
    public enum Resolution
    {
        Tick = 0,
        Second = 1,
        Minute = 2,
        Hour = 3,
        Daily = 4
    }

    public enum SecurityType
    {
        Base = 0,
        Equity = 1,
        Option = 2,
        Commodity = 3,
        Forex = 4,
        Future = 5,
        Cfd = 6,
        Crypto = 7,
        FutureOption = 8,
        Index = 9,
        IndexOption = 10,
        CryptoFuture = 11
    }

    public enum DataNormalizationMode
    {
        Raw = 0,
        Adjusted = 1,
        SplitAdjusted = 2,
        TotalReturn = 3,
        ForwardPanamaCanal = 4,
        BackwardsPanamaCanal = 5,
        BackwardsRatio = 6,
        ScaledRaw = 7
    }

    public enum DataMappingMode
    {
        LastTradingDay = 0,
        FirstDayMonth = 1,
        OpenInterest = 2,
        OpenInterestAnnual = 3
    }

    public enum MarketDataType
    {
        Base = 0,
        TradeBar = 1,
        Tick = 2,
        Auxiliary = 3,
        QuoteBar = 4,
        OptionChain = 5,
        FuturesChain = 6
    }

    public enum TickType
    {
        Trade = 0,
        Quote = 1,
        OpenInterest = 2
    }

    public enum SplitType
    {
        Warning = 0,
        SplitOccurred = 1
    }

    public enum DelistingType
    {
        Warning = 0,
        Delisted = 1
    }
}

namespace QuantConnect.Orders
{
    public enum OrderType
    {
        Market = 0,
        Limit = 1,
        StopMarket = 2,
        StopLimit = 3,
        MarketOnOpen = 4,
        MarketOnClose = 5,
        OptionExercise = 6,
        LimitIfTouched = 7,
        ComboMarket = 8,
        ComboLimit = 9,
        ComboLegLimit = 10,
        TrailingStop = 11
    }
}

namespace QuantConnect.Algorithm.Framework.Alphas
{
    public enum InsightType
    {
        Price = 0,
        Volatility = 1
    }

    public enum InsightDirection
    {
        Down = -1,
        Flat = 0,
        Up = 1
    }

    public enum InsightScoreType
    {
        Direction = 0,
        Magnitude = 1
    }
}
