namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Picks every instrument with a bar on the day.</summary>
internal sealed class EveryTradableName(MarketGrid grid) : ISelector
{
    public int[] Pick(int day, Ledger ledger) => [.. Enumerable.Range(0, grid.InstrumentCount).Where(i => grid.Has(day, i))];

    public int Rank(int instrument) => 1;
}
