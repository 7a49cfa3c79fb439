namespace AlphaMix.Core.Features;

/// <summary>The prices a feature reads.</summary>
public enum PriceSource
{
    /// <summary>Adjusted for splits and dividends: what LEAN's <c>Adjusted</c> bars carry.</summary>
    Adjusted,

    /// <summary>Adjusted for splits alone: the paper's <c>close</c>.</summary>
    SplitAdjusted
}
