using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// Decides one portfolio day by day, with its state from earlier days. Reused for one portfolio after another; not thread-safe.
/// </summary>
internal interface IDecider
{
    /// <summary>Gets the reason for which the last day fell back to 1/N; null where it did not.</summary>
    string? Fallback { get; }

    /// <summary>Gets the last day's shares of the strategies in a mixture, in its order; empty without one.</summary>
    ReadOnlySpan<double> Shares { get; }

    /// <summary>Starts a new portfolio that holds cash alone.</summary>
    void Clear();

    /// <summary>Decides a day.</summary>
    /// <param name="day">Decision day.</param>
    /// <param name="names">For each column the name that has its scores; empty for the columns' own.</param>
    /// <param name="ledger">Holdings and weights before the trade.</param>
    /// <param name="targets">Receives the decision; cleared first.</param>
    void Decide(int day, ReadOnlySpan<int> names, Ledger ledger, PortfolioTargets targets);
}
