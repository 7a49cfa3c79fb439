namespace AlphaMix.Core.Journals;

/// <summary>Where a journal's entry was written.</summary>
public enum JournalOrigin
{
    /// <summary>In a LEAN backtest, whose clock is simulated: no evidence of when it was written.</summary>
    Backtest,

    /// <summary>In LEAN's live mode, with paper money or real.</summary>
    Live,

    /// <summary>By <c>alphamix predict</c>.</summary>
    Predict
}
