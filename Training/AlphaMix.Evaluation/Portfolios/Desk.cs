using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// Steps one portfolio through the days: its decider, its ledger, and a buffer for the day's targets. Reused for one portfolio after
/// another; not thread-safe.
/// </summary>
internal sealed class Desk(FillTable fills, double[] unitCosts, IDecider decider)
{
    private readonly PortfolioTargets _targets = new();

    /// <summary>Gets the ledger, with the returns and costs of the last step.</summary>
    public Ledger Ledger { get; } = new(fills, unitCosts);

    /// <summary>Gets the decider.</summary>
    public IDecider Decider => decider;

    /// <summary>Starts a new portfolio that holds cash alone.</summary>
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
