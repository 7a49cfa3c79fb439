using QuantConnect;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>An order for the next open that a broker keeps; time in UTC.</summary>
internal sealed record KeptOrder(Symbol Symbol, decimal Quantity, DateTime Time);
