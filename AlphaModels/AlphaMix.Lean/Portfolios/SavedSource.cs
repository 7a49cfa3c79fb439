namespace AlphaMix.Lean.Portfolios;

/// <summary>What is remembered of one alpha model, as it is saved.</summary>
/// <param name="Settled">Day of its last return; null before the first.</param>
/// <param name="HasTraded">Whether its rule has decided a portfolio before.</param>
/// <param name="Memory">The mixture's memory of its returns.</param>
/// <param name="Own">Its own part of the portfolio.</param>
/// <param name="Asked">What it last asked for.</param>
internal sealed record SavedSource(DateOnly? Settled, bool HasTraded, double[] Memory, SavedPosition[] Own, SavedPosition[] Asked);
