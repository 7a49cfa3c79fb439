using AlphaMix.Core.Signals;
using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Securities;

namespace AlphaMix.Lean;

/// <summary>What the alpha model keeps of one security.</summary>
internal sealed class TrackedSymbol(Security security, InstrumentWindow window)
{
    public Symbol Symbol { get; } = security.Symbol;

    public SecurityExchangeHours Hours { get; } = security.Exchange.Hours;

    public InstrumentWindow Window { get; set; } = window;

    /// <summary>Gets or sets a value indicating whether the security trades for the last time: what is bought at the next open would be stuck.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Gets or sets the insight that stands.</summary>
    public Insight? Insight { get; set; }
}
