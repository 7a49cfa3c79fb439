using AlphaMix.Core.Portfolios;
using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Portfolios;

/// <summary>All alpha models that ever had an insight, and the mixture that divides the portfolio among them.</summary>
internal sealed class SourceSet(IStrategyMixture mixture)
{
    private readonly SortedDictionary<string, Source> _sources = new(StringComparer.Ordinal);

    /// <summary>Gets how many there are.</summary>
    public int Count => _sources.Count;

    /// <summary>Gets the names in any book.</summary>
    public IEnumerable<Symbol> Symbols => Books.SelectMany(book => book.Positions.ToArray()).Select(position => position.Name).Distinct();

    private IEnumerable<PaperBook<Symbol>> Books => _sources.Values.SelectMany(source => new[] { source.Member.Own, source.Member.Asked });

    /// <summary>Returns a source; it is created when its name is new.</summary>
    public Source Find(string name)
    {
        if (!_sources.TryGetValue(name, out var source))
            _sources.Add(name, source = new Source(mixture.MemorySize));
        return source;
    }

    /// <summary>
    /// Adds each source's return since the last call to its record. A slice without new prices, such as that of a dividend, is no return.
    /// </summary>
    public void Settle(QCAlgorithm algorithm)
    {
        double PriceOf(Symbol symbol) => ActualHoldings.Price(algorithm, symbol);
        if (mixture.MemorySize == 0 || !_sources.Values.Any(source => source.Member.Asked.HasNewPrice(PriceOf)))
            return;
        foreach (var source in _sources.Values)
            source.Member.Settle(mixture, DateOnly.FromDateTime(algorithm.Time), PriceOf);
    }

    /// <summary>Divides the portfolio among some of the sources.</summary>
    /// <param name="names">Those with an active insight today, in ordinal order.</param>
    /// <exception cref="InvalidOperationException">The mixture's shares are negative or do not sum to 1.</exception>
    public SortedDictionary<string, double> Share(IReadOnlyList<string> names)
    {
        var result = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (names.Count == 0)
            return result;
        var shares = new double[names.Count];
        MixtureShares.Compute(mixture, names.SelectMany(name => Find(name).Member.Memory).ToArray(), shares);
        for (var i = 0; i < shares.Length; i++)
            result.Add(names[i], shares[i]);
        return result;
    }

    /// <summary>Starts the next stretch of every record: the books of now earn from now on; a source without one holds cash.</summary>
    public void Follow(QCAlgorithm algorithm, Dictionary<string, Dictionary<Symbol, double>> books)
    {
        if (mixture.MemorySize == 0)
            return;
        foreach (var (name, source) in _sources)
        {
            source.Member.Asked.Clear();
            foreach (var (symbol, weight) in books.GetValueOrDefault(name, []))
                source.Member.Asked.Add(symbol, weight, ActualHoldings.Price(algorithm, symbol));
        }
    }

    /// <summary>Brings the prices of a name to another scale.</summary>
    public void Rescale(Symbol symbol, double factor)
    {
        foreach (var book in Books)
            book.Rescale(symbol, factor);
    }

    /// <summary>Goes on from what <see cref="Save"/> returned; names that are not subscribed are left out.</summary>
    public void Restore(IReadOnlyDictionary<string, SavedSource> saved, Dictionary<string, Symbol> symbols)
    {
        foreach (var (name, source) in saved)
            Find(name).Restore(source, symbols);
    }

    /// <summary>Returns all that a restart needs, by source.</summary>
    public SortedDictionary<string, SavedSource> Save() =>
        new(_sources.ToDictionary(source => source.Key, source => source.Value.Save()), StringComparer.Ordinal);
}
