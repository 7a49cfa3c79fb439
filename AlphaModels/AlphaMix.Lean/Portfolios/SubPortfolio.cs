using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Portfolios;

/// <summary>
/// The part of one source in a mixture, as if it were a portfolio of its own: its weights drift with prices from call to call.
/// </summary>
internal sealed class SubPortfolio
{
    private readonly Dictionary<Symbol, (double Weight, decimal Price)> _positions = [];

    /// <summary>Returns the weight of a security, drifted to the last prices; 0 for one that is not held.</summary>
    public double WeightOf(Symbol symbol) => _positions.TryGetValue(symbol, out var position) ? position.Weight : 0;

    /// <summary>Moves the weights with prices since the last call. A security without a price keeps its value.</summary>
    public void Drift(QCAlgorithm algorithm)
    {
        var gain = 0.0;
        foreach (var (symbol, (weight, price)) in _positions.ToArray())
        {
            if (!algorithm.Securities.TryGetValue(symbol, out var security) || security.Price <= 0)
                continue;
            var earned = price > 0 ? weight * (double)(security.Price / price - 1) : 0;
            gain += earned;
            _positions[symbol] = (weight + earned, security.Price);
        }

        if (gain <= -1)
            _positions.Clear();
        foreach (var (symbol, (weight, price)) in _positions.ToArray())
            _positions[symbol] = (weight / (1 + gain), price);
    }

    /// <summary>Replaces the positions by a plan's, at current prices.</summary>
    public void Trade(QCAlgorithm algorithm, PortfolioPlan plan)
    {
        _positions.Clear();
        foreach (var position in plan.Positions)
        {
            if (position.Weight != 0 && algorithm.Securities.TryGetValue(position.Symbol, out var security))
                _positions[position.Symbol] = (position.Weight, security.Price);
        }
    }
}
