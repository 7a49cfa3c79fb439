using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Portfolios;

/// <summary>The returns of following one source alone, at the prices seen when its weights were set.</summary>
internal sealed class SourceRecord
{
    private readonly Dictionary<Symbol, (double Weight, decimal Price)> _book = [];
    private DateTime _settledUtc;

    /// <summary>Computes what the book earned since the last call, and goes on from the prices of now.</summary>
    /// <returns>The return as a fraction, and the calendar days since the last call, 0 at the first.</returns>
    public (double Gain, double ElapsedDays) Settle(QCAlgorithm algorithm)
    {
        var now = algorithm.UtcTime;
        var elapsed = _settledUtc == default ? 0 : (now - _settledUtc).TotalDays;
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
        return (earned, elapsed);
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
