using AlphaMix.Core.Signals;
using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Securities;

namespace AlphaMix.Lean.Signals;

/// <summary>The alpha model's state of one security.</summary>
internal sealed class TrackedSymbol(Security security, InstrumentWindow window)
{
    public Symbol Symbol { get; } = security.Symbol;

    public SecurityExchangeHours Hours { get; } = security.Exchange.Hours;

    public InstrumentWindow Window { get; set; } = window;

    /// <summary>Gets or sets the place among all names tracked, in ordinal order.</summary>
    public int Place { get; set; }

    /// <summary>Gets or sets the place in the averages of scores, which stays while others come and go.</summary>
    public int Slot { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the security is being delisted: shares bought at the next open could not be sold.
    /// </summary>
    public bool IsLeaving { get; set; }

    /// <summary>Gets or sets the insight that stands.</summary>
    public Insight? Insight { get; set; }

    /// <summary>Returns whether the security has a bar on a day.</summary>
    public bool HasBarOn(DateOnly day) => DateOnly.FromDateTime(Window.LastTime) == day;
}
