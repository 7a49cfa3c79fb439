using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean;

/// <summary>The virtual portfolio of one alpha model: what following its insights alone would have earned, at the prices seen when they were given.</summary>
internal sealed class SourceRecord
{
    private readonly Dictionary<Symbol, (double Weight, decimal Price)> _book = [];
    private double _return;
    private double _square;
    private DateTime _settledUtc;

    /// <summary>Gets the decayed return over its decayed volatility; 0 before the first return.</summary>
    public double Quality => _square > 0 ? _return / Math.Sqrt(_square) : 0;

    /// <summary>Adds what the book earned since the last call.</summary>
    public void Settle(QCAlgorithm algorithm, double halfLifeDays)
    {
        var now = algorithm.UtcTime;
        var decay = _settledUtc == default ? 1 : Math.Pow(0.5, (now - _settledUtc).TotalDays / halfLifeDays);
        var earned = 0.0;
        foreach (var (symbol, (weight, price)) in _book.ToArray())
        {
            if (!algorithm.Securities.TryGetValue(symbol, out var security) || security.Price <= 0)
                continue;
            if (price > 0)
                earned += weight * (double)(security.Price / price - 1);
            _book[symbol] = (weight, security.Price);
        }

        _settledUtc = now;
        _return = _return * decay + earned;
        _square = _square * decay + earned * earned;
    }

    /// <summary>Replaces the book; what it earns counts from now on.</summary>
    public void Hold(QCAlgorithm algorithm, Dictionary<Symbol, double> book)
    {
        _book.Clear();
        foreach (var (symbol, weight) in book)
        {
            if (weight != 0 && algorithm.Securities.TryGetValue(symbol, out var security))
                _book[symbol] = (weight, security.Price);
        }
    }
}
