using QuantConnect;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>A position that a broker keeps.</summary>
internal sealed record KeptHolding(Symbol Symbol, decimal Quantity, decimal AveragePrice);
