using System;

namespace QuantConnect.Data;

// Trimmed, so nothing outside may implement it: derive from BaseData.
public interface IBaseData : ISymbolProvider
{
    MarketDataType DataType { get; set; }

    DateTime EndTime { get; set; }

    decimal Price { get; }

    DateTime Time { get; set; }

    decimal Value { get; set; }

    BaseData Clone();
}
