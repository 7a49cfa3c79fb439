using System.Runtime.InteropServices;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Portfolio weights on paper, with the prices at which they were last valued. What is added fills at the price of now and costs nothing. A
/// name without a price keeps its value.
/// </summary>
/// <typeparam name="TName">What positions are in: an index in the simulator, a symbol in LEAN.</typeparam>
internal sealed class PaperBook<TName>
{
    private readonly List<PaperPosition<TName>> _positions = [];

    /// <summary>Gets the positions in the order in which they were added.</summary>
    public ReadOnlySpan<PaperPosition<TName>> Positions => CollectionsMarshal.AsSpan(_positions);

    /// <summary>Removes all positions: all cash.</summary>
    public void Clear() => _positions.Clear();

    /// <summary>Adds a position; one without weight is left out.</summary>
    /// <param name="name">A name that is not in the book.</param>
    /// <param name="weight">Its portfolio weight, negative for a short one.</param>
    /// <param name="price">Its price now; 0 without one, NaN for what cannot be held.</param>
    public void Add(TName name, double weight, double price)
    {
        if (weight != 0 && !double.IsNaN(price))
            _positions.Add(new PaperPosition<TName>(name, weight, price));
    }

    /// <summary>Computes what the book earned since it was last valued, and goes on from the prices of now. Weights stay as they
    /// are.</summary>
    /// <param name="priceOf">Returns a name's price; 0 or NaN without one.</param>
    /// <returns>The return, as a fraction.</returns>
    public double Settle(Func<TName, double> priceOf)
    {
        var gain = 0.0;
        foreach (ref var position in CollectionsMarshal.AsSpan(_positions))
        {
            gain += Earned(position, priceOf(position.Name), out var price);
            position = position with { Price = price };
        }

        return gain;
    }

    /// <summary>Returns whether a position has another price than when it was last valued.</summary>
    /// <param name="priceOf">Returns a name's price; 0 or NaN without one.</param>
    public bool HasNewPrice(Func<TName, double> priceOf)
    {
        foreach (ref readonly var position in Positions)
        {
            var price = priceOf(position.Name);
            if (price > 0 && price != position.Price)
                return true;
        }

        return false;
    }

    /// <summary>Lets the weights drift to the prices of now. A book that lost everything is empty.</summary>
    /// <param name="priceOf">Returns a name's price; 0 or NaN without one.</param>
    public void Drift(Func<TName, double> priceOf)
    {
        var positions = CollectionsMarshal.AsSpan(_positions);
        var gain = 0.0;
        foreach (ref var position in positions)
        {
            var earned = Earned(position, priceOf(position.Name), out var price);
            gain += earned;
            position = position with { Weight = position.Weight + earned, Price = price };
        }

        if (gain <= -1)
            _positions.Clear();
        else
        {
            foreach (ref var position in positions)
                position = position with { Weight = position.Weight / (1 + gain) };
        }
    }

    /// <summary>Brings the price of a position to another scale, as a split does; the weight stays.</summary>
    /// <param name="name">The position's name; nothing happens when the book does not have it.</param>
    /// <param name="factor">What the price is multiplied by.</param>
    public void Rescale(TName name, double factor)
    {
        foreach (ref var position in CollectionsMarshal.AsSpan(_positions))
        {
            if (EqualityComparer<TName>.Default.Equals(position.Name, name))
                position = position with { Price = position.Price * factor };
        }
    }

    private static double Earned(in PaperPosition<TName> position, double now, out double price)
    {
        var isKnown = now > 0;
        price = isKnown ? now : position.Price;
        return isKnown && position.Price > 0 ? position.Weight * (now / position.Price - 1) : 0;
    }
}
