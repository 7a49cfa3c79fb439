using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Configuration;

/// <summary>What is forecast.</summary>
public sealed record LabelOptions
{
    /// <summary>
    /// Gets the prices compared. Default closeToClose, the paper's; openToOpen is what orders sent at the close can earn; beatsMedian asks whether
    /// that is more than the median instrument earns.
    /// </summary>
    public LabelKind Kind { get; init; } = LabelKind.CloseToClose;

    /// <summary>Gets the trading days ahead. Default 1.</summary>
    public int Horizon { get; init; } = 1;

    /// <summary>Gives the label.</summary>
    public LabelSpec Spec => new(Kind, Horizon);

    /// <summary>Names every fault.</summary>
    public IEnumerable<string> Faults()
    {
        if (Horizon is < 1 or > 250)
            yield return $"label.horizon must be in [1, 250], found {Horizon}";
    }
}
