using System;

namespace QuantConnect.Data;

// Behaving.
public abstract class BaseData : IBaseData
{
    public BaseData()
    {
    }

    public MarketDataType DataType { get; set; } = MarketDataType.Base;

    public bool IsFillForward { get; private set; }

    public DateTime Time { get; set; }

    public virtual DateTime EndTime
    {
        get => Time;
        set => Time = value;
    }

    public Symbol Symbol { get; set; } = Symbol.Empty;

    public virtual decimal Value { get; set; }

    public virtual decimal Price => Value;

    public virtual BaseData Clone() => (BaseData)MemberwiseClone();

    public virtual BaseData Clone(bool fillForward)
    {
        var clone = Clone();
        clone.IsFillForward = fillForward;
        return clone;
    }

    public override string ToString() => $"{Symbol}: {Value}";
}
