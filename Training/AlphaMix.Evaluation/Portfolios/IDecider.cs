using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Decides one portfolio day by day, and remembers what that takes. Used again for one portfolio after another.</summary>
internal interface IDecider
{
    /// <summary>Gets why the last day's portfolio is 1/N; null where it is not.</summary>
    string? Fallback { get; }

    /// <summary>Gets the last day's shares of the strategies in a mixture, in its order; empty without one.</summary>
    ReadOnlySpan<double> Shares { get; }

    /// <summary>Starts a new portfolio, out of cash.</summary>
    void Clear();

    /// <summary>Decides a day.</summary>
    /// <param name="day">Decision day.</param>
    /// <param name="names">For each column the name that has its scores; empty for the columns' own.</param>
    /// <param name="ledger">What is held.</param>
    /// <param name="targets">Receives the decision; what was in it is removed.</param>
    void Decide(int day, ReadOnlySpan<int> names, Ledger ledger, PortfolioTargets targets);
}
