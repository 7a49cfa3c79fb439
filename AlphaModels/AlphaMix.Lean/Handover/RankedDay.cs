using AlphaMix.Core.Portfolios;
using QuantConnect;

namespace AlphaMix.Lean.Handover;

/// <summary>
/// A day as an alpha model hands it to the portfolio model: ranking, trading states, and the rule that decides. Names are indices into
/// <see cref="Names"/>. Not changed once it is handed over.
/// </summary>
internal sealed class RankedDay
{
    /// <summary>Gets the securities tracked, in ordinal order of their permticks.</summary>
    public required Symbol[] Names { get; init; }

    /// <summary>Gets the names with a bar and a score today, best first; without those that trade for the last time.</summary>
    public required int[] Ranking { get; init; }

    /// <summary>Gets the averaged scores by name; NaN without one.</summary>
    public required double[] Scores { get; init; }

    /// <summary>Gets whether each name can be traded; delisted from its last session on.</summary>
    public required TradingState[] States { get; init; }

    /// <summary>Gets the rule.</summary>
    public required IPortfolioRule Rule { get; init; }

    /// <summary>Gets the expected cost of a trade in basis points of its value, each side.</summary>
    public required double CostBps { get; init; }
}
