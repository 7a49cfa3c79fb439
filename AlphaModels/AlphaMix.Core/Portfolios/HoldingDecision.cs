namespace AlphaMix.Core.Portfolios;

/// <summary>What becomes of one name.</summary>
public enum HoldingDecision
{
    /// <summary>It is not held and stays out.</summary>
    Out,

    /// <summary>It is held, and not traded.</summary>
    Keep,

    /// <summary>It is held and goes, whether it was bought or sold short.</summary>
    Leave,

    /// <summary>It enters and is bought.</summary>
    Buy,

    /// <summary>It enters and is sold short.</summary>
    SellShort
}
