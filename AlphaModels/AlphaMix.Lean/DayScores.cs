namespace AlphaMix.Lean;

/// <summary>The ranking of one day, as <see cref="AlphaMixAlphaModel.Scored"/> publishes it. Immutable.</summary>
/// <param name="day">The trading day in the exchange's local time, at midnight.</param>
/// <param name="router">Name of the router whose scores rank.</param>
/// <param name="ranking">Every security with a bar and a full window on the day, best first; at least one.</param>
public sealed class DayScores(DateTime day, string router, IReadOnlyList<SymbolScore> ranking)
{
    /// <summary>Gets the trading day in the exchange's local time, at midnight.</summary>
    public DateTime Day { get; } = day;

    /// <summary>Gets the name of the router whose scores rank, as the pool has it.</summary>
    public string Router { get; } = router;

    /// <summary>
    /// Gets every security with a bar and a full window on the day, by <see cref="SymbolScore.Score"/>, best first; ties to the ordinal
    /// permtick. One that is being delisted is ranked too, though no rule may hold it.
    /// </summary>
    public IReadOnlyList<SymbolScore> Ranking { get; } = ranking;
}
