namespace AlphaMix.Core.Portfolios;

/// <summary>What <see cref="RankBuffer"/> does with one name.</summary>
internal enum HoldingDecision : byte
{
    /// <summary>Not held, and not entered.</summary>
    Flat,

    /// <summary>Held, and not traded.</summary>
    Hold,

    /// <summary>Held, and sold or bought back.</summary>
    Exit,

    /// <summary>Entered long.</summary>
    Buy,

    /// <summary>Entered short.</summary>
    SellShort
}
