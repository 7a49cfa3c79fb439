using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// One portfolio at work: what decides it, its book, and the memory of a day's decision. Used again for one portfolio after another; one
/// user at a time.
/// </summary>
internal sealed class Desk(FillTable fills, double[] unitCosts, IDecider decider)
{
    private readonly PortfolioTargets _targets = new();

    /// <summary>Gets the book.</summary>
    public Ledger Ledger { get; } = new(fills, unitCosts);

    /// <summary>Gets what decides.</summary>
    public IDecider Decider => decider;

    /// <summary>Starts a new portfolio, out of cash.</summary>
    public void Clear()
    {
        Ledger.Clear();
        decider.Clear();
    }

    /// <summary>Decides and trades one day.</summary>
    /// <param name="day">Decision day.</param>
    /// <param name="names">For each column the name that has its scores; empty for the columns' own.</param>
    /// <param name="record">Receives the holdings after the fill; null to keep none.</param>
    public void Step(int day, ReadOnlySpan<int> names = default, List<Holding>? record = null)
    {
        decider.Decide(day, names, Ledger, _targets);
        Ledger.Step(day, _targets, record);
    }
}
