using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean;

/// <summary>Markets of equities that LEAN's own list lacks.</summary>
public static class AlphaMixMarket
{
    /// <summary>The Shanghai Stock Exchange, as <c>alphamix data import csv</c> writes it: hourly or daily bars in yuan.</summary>
    public const string Shanghai = "sse";

    // LEAN keeps the numbers below 1000 for markets; its own end far below this one.
    private const int ShanghaisNumber = 900;

    /// <summary>
    /// Prepares an algorithm to trade a market. For Shanghai the market is added to LEAN's list, and the algorithm's account is held in yuan
    /// and its clock in Shanghai; a market of LEAN's own list needs nothing. Call it in <c>Initialize</c>, before the cash is set and
    /// before the first security; the data folder's databases must have the market, as an import leaves them.
    /// </summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="market">LEAN's name of the market, or <see cref="Shanghai"/>; upper and lower case are the same.</param>
    /// <returns>The name in lower case, for <c>AddEquity</c>.</returns>
    /// <exception cref="ArgumentException">LEAN has no such market, and it is not Shanghai.</exception>
    /// <remarks>LEAN has no fee model for Shanghai: set one for each security, or costs as slippage.</remarks>
    public static string Register(QCAlgorithm algorithm, string market)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentException.ThrowIfNullOrWhiteSpace(market);
        var name = market.ToLowerInvariant();
        if (name == Shanghai)
        {
            // LEAN refuses to add a market twice, and its list outlives the algorithm.
            if (Market.Encode(name) is null)
                Market.Add(name, ShanghaisNumber);
            algorithm.SetAccountCurrency("CNY");
            algorithm.SetTimeZone("Asia/Shanghai");
        }
        else if (Market.Encode(name) is null)
            throw new ArgumentException(
                $"Market {market}: expected {Market.USA}, {Shanghai} or another market of LEAN's; add others with Market.Add.", nameof(market));
        return name;
    }
}
