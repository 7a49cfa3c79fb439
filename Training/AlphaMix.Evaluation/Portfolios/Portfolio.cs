using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>What trades as one portfolio, at any cost and under permuted names. Immutable; safe to share between threads.</summary>
internal abstract record Portfolio
{
    /// <summary>Returns what decides one portfolio's days.</summary>
    /// <param name="simulator">Market and fill.</param>
    /// <param name="costs">What trades cost.</param>
    public abstract IDecider Open(Simulator simulator, ICostModel costs);
}
