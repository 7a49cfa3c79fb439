using System.Collections.Generic;
using System.Linq;
using AlphaMix.LeanSurface;
using QuantConnect.Interfaces;

namespace QuantConnect.Securities;

// Behaving: cash in dollars and the holdings of the securities.
public class SecurityPortfolioManager : ExtendedDictionary<Symbol, SecurityHolding>
{
    private readonly IAlgorithmSettings _settings;

    internal SecurityPortfolioManager(SecurityManager securities, IAlgorithmSettings settings)
    {
        Securities = securities;
        _settings = settings;
    }

    public SecurityManager Securities { get; init; }

    public decimal Cash { get; private set; } = 100_000;

    public override int Count => Securities.Count;

    public bool HoldStock => TotalHoldingsValue > 0;

    public bool Invested => HoldStock;

    public ICollection<Symbol> Keys => Securities.Keys;

    public ICollection<SecurityHolding> Values => [.. GetValues];

    public decimal TotalHoldingsValue => Securities.Values.Sum(security => security.Holdings.AbsoluteHoldingsValue);

    public decimal TotalPortfolioValue => Cash + Securities.Values.Sum(security => security.Holdings.HoldingsValue);

    public decimal TotalPortfolioValueLessFreeBuffer => _settings.FreePortfolioValue is { } free
        ? TotalPortfolioValue - free
        : TotalPortfolioValue * (1 - _settings.FreePortfolioValuePercentage);

    protected override IEnumerable<Symbol> GetKeys => Securities.Keys;

    protected override IEnumerable<SecurityHolding> GetValues => Securities.Values.Select(security => security.Holdings);

    public override SecurityHolding this[Symbol symbol]
    {
        get => Securities[symbol].Holdings;
        set => Securities[symbol].Holdings = value;
    }

    public void SetCash(decimal cash) => Cash = cash;

    public void SetCash(string symbol, decimal cash, decimal conversionRate) => throw Declared.Only();

    public override bool ContainsKey(Symbol symbol) => Securities.ContainsKey(symbol);

    public override IEnumerable<KeyValuePair<Symbol, SecurityHolding>> GetItems() =>
        Securities.Values.Select(security => KeyValuePair.Create(security.Symbol, security.Holdings));

    public override bool TryGetValue(Symbol symbol, out SecurityHolding holding)
    {
        var found = Securities.TryGetValue(symbol, out var security);
        holding = security?.Holdings;
        return found;
    }

    // LEAN caches the total.
    public void InvalidateTotalPortfolioValue()
    {
    }
}
