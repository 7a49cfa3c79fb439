using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// One portfolio to simulate: its rankings and rules, at any cost and under permuted names. Immutable; safe to share between threads.
/// </summary>
internal abstract record Portfolio
{
    /// <summary>Returns a decider for one run of the portfolio.</summary>
    /// <param name="simulator">Market and fill.</param>
    /// <param name="costs">The cost model, whose expected cost the rules know.</param>
    public abstract IDecider Open(Simulator simulator, ICostModel costs);
}
