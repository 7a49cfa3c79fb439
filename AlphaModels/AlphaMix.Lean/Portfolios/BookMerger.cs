using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;

namespace AlphaMix.Lean.Portfolios;

/// <summary>Adds up the books of several sources, each by its share.</summary>
internal static class BookMerger
{
    /// <summary>
    /// Returns one candidate a security: first those with an insight, in the order of the insights, then those that only a rule holds.
    /// </summary>
    /// <param name="algorithm">The algorithm, for what is held.</param>
    /// <param name="insights">The newest active insight of each symbol and source.</param>
    /// <param name="books">Weights by source and symbol.</param>
    /// <param name="shares">Shares of the sources.</param>
    /// <param name="bias">The sides that may be held.</param>
    public static IEnumerable<Candidate> Merge(
        QCAlgorithm algorithm,
        List<Insight> insights,
        Dictionary<string, Dictionary<Symbol, double>> books,
        IReadOnlyDictionary<string, double> shares,
        PortfolioBias bias)
    {
        var spoken = new HashSet<Symbol>();
        foreach (var symbol in insights.GroupBy(insight => insight.Symbol))
        {
            spoken.Add(symbol.Key);
            var newest = symbol.OrderBy(insight => insight.GeneratedTimeUtc).Last();
            var confidence = symbol.Sum(insight => shares[insight.SourceModel ?? ""] * (insight.Confidence ?? 0));
            var sources = symbol.Select(insight => insight.SourceModel ?? "");
            var weight = Weight(symbol.Key, [.. sources, .. books.Keys.Except(sources)], books, shares);
            yield return Create(algorithm, symbol.Key, newest, weight, confidence, InsightBook.Side(newest, bias));
        }

        var unspoken = books.Values.SelectMany(book => book.Keys).Where(symbol => !spoken.Contains(symbol)).Distinct();
        foreach (var symbol in unspoken.OrderBy(symbol => symbol.ID.Symbol, StringComparer.Ordinal))
            yield return Create(algorithm, symbol, insight: null, Weight(symbol, books.Keys, books, shares), confidence: 0, side: 0);
    }

    private static double Weight(
        Symbol symbol,
        IEnumerable<string> sources,
        Dictionary<string, Dictionary<Symbol, double>> books,
        IReadOnlyDictionary<string, double> shares) =>
        sources.Sum(source => shares[source] * books[source].GetValueOrDefault(symbol));

    private static Candidate Create(QCAlgorithm algorithm, Symbol symbol, Insight? insight, double weight, double confidence, int side)
    {
        // Where the sources cancel out, the insight's side counts.
        var direction = weight == 0 ? (InsightDirection)side : weight > 0 ? InsightDirection.Up : InsightDirection.Down;
        var held = ActualHoldings.Quantity(algorithm, symbol);
        return new Candidate(symbol, insight, direction, weight, confidence, Math.Sign(held) == (int)direction && held != 0);
    }
}
