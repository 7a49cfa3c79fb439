namespace AlphaMix.Core.Portfolios;

/// <summary>
/// One strategy that shares a portfolio with others: the part that its rule trades, its record, and the mixture's memory of its returns.
/// </summary>
/// <typeparam name="TName">What positions are in: an index in the simulator, a symbol in LEAN.</typeparam>
/// <param name="memorySize">Numbers that the mixture remembers of a strategy.</param>
internal sealed class MixtureMember<TName>(int memorySize)
{
    /// <summary>Gets the mixture's memory of its returns, shape <c>(memorySize)</c>.</summary>
    public double[] Memory { get; } = new double[memorySize];

    /// <summary>Gets the day of its last return; null before the first.</summary>
    public DateOnly? Settled { get; private set; }

    /// <summary>
    /// Gets its own part, as if it were a portfolio of its own: the rule decides with its weights, which drift with prices from decision to
    /// decision.
    /// </summary>
    public PaperBook<TName> Own { get; } = new();

    /// <summary>
    /// Gets the weights that it last asked for: what they earn at the prices seen at decisions, before costs, is its record. Empty after a
    /// day on which it asked for none.
    /// </summary>
    public PaperBook<TName> Asked { get; } = new();

    /// <summary>Adds the return of <see cref="Asked"/> since the last call to the mixture's memory.</summary>
    /// <param name="mixture">What remembers.</param>
    /// <param name="day">The day of the prices.</param>
    /// <param name="priceOf">Returns the price of now; 0 or NaN for a name without one.</param>
    public void Settle(IStrategyMixture mixture, DateOnly day, Func<TName, double> priceOf)
    {
        mixture.Remember(Asked.Settle(priceOf), day.DayNumber - (Settled ?? day).DayNumber, Memory);
        Settled = day;
    }

    /// <summary>Goes on from a memory that was stored.</summary>
    /// <param name="memory">The mixture's memory, shape <c>(memorySize)</c>.</param>
    /// <param name="settled">The day of its last return.</param>
    public void Restore(double[] memory, DateOnly? settled)
    {
        memory.CopyTo(Memory, 0);
        Settled = settled;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Own.Clear();
        Asked.Clear();
        Array.Clear(Memory);
        Settled = null;
    }
}
