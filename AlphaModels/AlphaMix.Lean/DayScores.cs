using AlphaMix.Core.Routers;

namespace AlphaMix.Lean;

/// <summary>The ranking of one day.</summary>
/// <param name="day">The trading day in the exchange's local time.</param>
/// <param name="router">The router that ranked.</param>
/// <param name="ranking">Every security scored, by P(up); ties to the ordinal permtick.</param>
public sealed class DayScores(DateTime day, string router, IReadOnlyList<SymbolScore> ranking)
{
    /// <summary>Gets the trading day in the exchange's local time.</summary>
    public DateTime Day { get; } = day;

    /// <summary>Gets the router that ranked.</summary>
    public string Router { get; } = router;

    /// <summary>Gets every security scored, by P(up); ties to the ordinal permtick.</summary>
    public IReadOnlyList<SymbolScore> Ranking { get; } = ranking;
}
