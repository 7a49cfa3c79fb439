using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;

namespace AlphaMix.Lean.Portfolios;

/// <summary>Portfolio weights from the insights of an alpha model without a rule.</summary>
internal static class InsightBook
{
    /// <summary>
    /// Returns the weights by symbol, at most 1 in size together: an insight's own, or equal parts for insights without one.
    /// </summary>
    public static Dictionary<Symbol, double> Create(IEnumerable<Insight> source, PortfolioBias bias)
    {
        var insights = source.ToArray();
        var count = insights.Count(insight => Side(insight, bias) != 0);
        var book = insights.ToDictionary(
            insight => insight.Symbol, insight => Side(insight, bias) * Math.Abs(insight.Weight ?? 1.0 / Math.Max(count, 1)));
        var size = book.Values.Sum(Math.Abs);
        if (size > 1)
        {
            foreach (var symbol in book.Keys.ToArray())
                book[symbol] /= size;
        }

        return book;
    }

    /// <summary>Returns the sign of an insight, 0 when the bias forbids its side.</summary>
    public static int Side(Insight insight, PortfolioBias bias) => IsAllowed((int)insight.Direction, bias) ? (int)insight.Direction : 0;

    /// <summary>Returns whether the bias allows a side.</summary>
    public static bool IsAllowed(int side, PortfolioBias bias) => bias == PortfolioBias.LongShort || side == (int)bias;
}
