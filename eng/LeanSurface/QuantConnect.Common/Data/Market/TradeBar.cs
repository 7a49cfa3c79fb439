using System;

namespace QuantConnect.Data.Market;

// Behaving.
public class TradeBar : BaseData, IBaseDataBar
{
    public TradeBar()
    {
        DataType = MarketDataType.TradeBar;
        Period = TimeSpan.FromMinutes(1);
    }

    public TradeBar(TradeBar original)
        : this(original.Time, original.Symbol, original.Open, original.High, original.Low, original.Close, original.Volume, original.Period)
    {
    }

    public TradeBar(
        DateTime time, Symbol symbol, decimal open, decimal high, decimal low, decimal close, decimal volume, TimeSpan? period = null)
        : this()
    {
        Time = time;
        Symbol = symbol;
        Open = open;
        High = high;
        Low = low;
        Close = close;
        Volume = volume;
        Period = period ?? TimeSpan.FromMinutes(1);
    }

    public virtual decimal Open { get; set; }

    public virtual decimal High { get; set; }

    public virtual decimal Low { get; set; }

    public virtual decimal Close
    {
        get => Value;
        set => Value = value;
    }

    public virtual decimal Volume { get; set; }

    public virtual TimeSpan Period { get; set; }

    public override DateTime EndTime
    {
        get => Time + Period;
        set => Period = value - Time;
    }

    public override BaseData Clone() => (BaseData)MemberwiseClone();

    public override BaseData Clone(bool fillForward) => base.Clone(fillForward);

    public override string ToString() => $"{Symbol}: O: {Open} H: {High} L: {Low} C: {Close} V: {Volume}";
}
