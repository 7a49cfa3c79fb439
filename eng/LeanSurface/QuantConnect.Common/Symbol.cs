using System;

namespace QuantConnect;

// Behaving, for US equities: the identifier makes the symbol, the ticker may change. Equities listed on the same day sort by ticker.
public sealed class Symbol : IComparable, IEquatable<Symbol>
{
    public static readonly Symbol Empty = new(SecurityIdentifier.Empty, "");

    public Symbol(SecurityIdentifier sid, string value)
    {
        ID = sid;
        Value = value.ToUpperInvariant();
    }

    public SecurityIdentifier ID { get; }

    public SecurityType SecurityType => ID.SecurityType;

    public string Value { get; }

    // LEAN looks the first trading day up in the map files; here it is the default one.
    public static Symbol Create(string ticker, SecurityType securityType, string market, string alias = null, Type baseDataType = null) =>
        new(SecurityIdentifier.Generate(ticker, securityType, market), alias ?? ticker);

    public Symbol UpdateMappedSymbol(string mappedSymbol, uint contractDepthOffset = 0) => new(ID, mappedSymbol);

    public int CompareTo(object obj) => string.Compare(Value, (obj as Symbol)?.Value ?? obj as string, StringComparison.OrdinalIgnoreCase);

    public bool Equals(Symbol other) => other is not null && ID.Equals(other.ID);

    public override bool Equals(object obj) => Equals(obj as Symbol);

    public override int GetHashCode() => ID.GetHashCode();

    public override string ToString() => Value;

    public static bool operator ==(Symbol left, Symbol right) => Equals(left, right);

    public static bool operator !=(Symbol left, Symbol right) => !Equals(left, right);

    public static bool operator ==(Symbol left, object right) => Equals(left, right);

    public static bool operator !=(Symbol left, object right) => !Equals(left, right);

    public static bool operator ==(object left, Symbol right) => Equals(right, left);

    public static bool operator !=(object left, Symbol right) => !Equals(right, left);
}
