namespace AlphaMix.Core.Portfolios;

/// <summary>Whether a name can be traded on a decision day.</summary>
public enum TradingState : byte
{
    /// <summary>It has a bar.</summary>
    Trading,

    /// <summary>It has no bar today and will have one later: it can be neither bought nor sold.</summary>
    Halted,

    /// <summary>It has no bar and none will follow: what is held of it is sold at its last price.</summary>
    Delisted
}
