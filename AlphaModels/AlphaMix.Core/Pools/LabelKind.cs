namespace AlphaMix.Core.Pools;

/// <summary>The prices a label compares.</summary>
public enum LabelKind
{
    /// <summary>close(t) and close(t + h): the paper's.</summary>
    CloseToClose,

    /// <summary>open(t + 1) and open(t + 1 + h): what orders sent at the close earn.</summary>
    OpenToOpen,

    /// <summary>The return from open(t + 1) to open(t + 1 + h) against the median of all instruments' returns between the same two opens.</summary>
    BeatsMedian
}
