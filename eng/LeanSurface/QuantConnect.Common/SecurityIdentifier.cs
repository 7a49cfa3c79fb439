using System;

namespace QuantConnect;

// Behaving, for US equities. LEAN packs these into one number; ToString gives another text than LEAN's.
public class SecurityIdentifier : IComparable, IComparable<SecurityIdentifier>, IEquatable<SecurityIdentifier>
{
    public static readonly DateTime DefaultDate = new(1998, 1, 2);

    public static readonly SecurityIdentifier Empty = new("", "empty", SecurityType.Base, default);

    private SecurityIdentifier(string symbol, string market, SecurityType type, DateTime date)
    {
        Symbol = symbol;
        Market = market;
        SecurityType = type;
        Date = date;
    }

    public DateTime Date { get; }

    public string Market { get; }

    public SecurityType SecurityType { get; }

    public string Symbol { get; }

    public static SecurityIdentifier GenerateEquity(DateTime date, string symbol, string market) =>
        new(symbol.ToUpperInvariant(), market, SecurityType.Equity, date);

    internal static SecurityIdentifier Generate(string symbol, SecurityType type, string market) =>
        new(symbol.ToUpperInvariant(), market, type, DefaultDate);

    public int CompareTo(SecurityIdentifier other) => string.CompareOrdinal(ToString(), other?.ToString());

    public int CompareTo(object obj) => CompareTo(obj as SecurityIdentifier);

    public bool Equals(SecurityIdentifier other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object obj) => Equals(obj as SecurityIdentifier);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Symbol} {SecurityType} {Market} {Date:yyyyMMdd}";

    public static bool operator ==(SecurityIdentifier left, SecurityIdentifier right) => Equals(left, right);

    public static bool operator !=(SecurityIdentifier left, SecurityIdentifier right) => !Equals(left, right);
}
