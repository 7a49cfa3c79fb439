namespace AlphaMix.Core.Pools;

/// <summary>What is forecast: whether the price rises over the horizon (paper, Eq. 1), or rises more than the median instrument's.</summary>
/// <param name="Kind">The prices compared.</param>
/// <param name="Horizon">Trading days ahead (h), at least 1.</param>
public sealed record LabelSpec(LabelKind Kind, int Horizon = 1)
{
    /// <summary>Gets a value indicating whether the label begins at the next open, where orders sent at the close fill; else it begins at the close.</summary>
    public bool BeginsAtOpen => Kind != LabelKind.CloseToClose;

    /// <summary>Gets the label reach: days from the window's end to the last price in the label.</summary>
    public int Reach => Kind == LabelKind.CloseToClose ? Horizon : Horizon + 1;
}
