namespace AlphaMix.Core.Portfolios;

/// <summary>A position that a rule holds or enters.</summary>
/// <param name="Name">The name's index in the day.</param>
/// <param name="Share">Its share of what is free on its side, negative for a short one; NaN for a position that is left alone.</param>
/// <param name="Weight">Its portfolio weight after the trade, negative for a short one.</param>
internal readonly record struct PlannedPosition(int Name, double Share, double Weight)
{
    /// <summary>Gets a value indicating whether the position is left alone.</summary>
    public bool Stays => double.IsNaN(Share);

    /// <summary>Gets 1 for a long position and -1 for a short one.</summary>
    public int Side => Math.Sign(Stays ? Weight : Share);
}
