using System.Collections.Generic;

namespace QuantConnect;

// Behaving, for the United States and what is added.
public static class Market
{
    public const string USA = "usa";

    private static readonly Dictionary<string, int> Numbers = new() { [USA] = 1 };

    public static void Add(string market, int identifier) => Numbers.Add(market.ToLowerInvariant(), identifier);

    public static int? Encode(string market) => Numbers.TryGetValue(market, out var number) ? number : null;
}
