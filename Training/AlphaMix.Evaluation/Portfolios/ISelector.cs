namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Decides what a portfolio should hold.</summary>
internal interface ISelector
{
    /// <summary>Gives the distinct instruments to hold after the decision day, best first; may look at the ledger, not past the day.</summary>
    int[] Pick(int day, Ledger ledger);

    /// <summary>Gives the rank of an instrument of the last pick, 1 the highest.</summary>
    int Rank(int instrument);
}
