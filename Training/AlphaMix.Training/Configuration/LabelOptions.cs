using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Configuration;

/// <summary>The label that the experts forecast.</summary>
public sealed record LabelOptions
{
    /// <summary>
    /// Gets the name of the label. Default closeToClose, the paper's; openToOpen is what orders sent at the close can earn; beatsMedian
    /// asks whether that is more than the median instrument earns; or one of an extension.
    /// </summary>
    public string Kind { get; init; } = LabelSpec.CloseToCloseName;

    /// <summary>Gets the horizon in trading days, at least 1. Default 1.</summary>
    public int Horizon { get; init; } = 1;

    /// <summary>Gets the label's own parameters; one that is left out has its default. The labels of this library have none.</summary>
    public Parameters Parameters { get; init; } = Parameters.None;

    /// <summary>Returns what the artifact stores of the label.</summary>
    /// <param name="extensions">What its name stands for.</param>
    /// <exception cref="UnknownExtensionException">There is no label of the name.</exception>
    /// <exception cref="ArgumentException">A parameter is unknown or cannot be used.</exception>
    public LabelSpec SpecFor(ExtensionSet extensions) => Labels.SpecOf(Labels.Create(Kind, Parameters, extensions), Horizon);

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults(ExtensionSet extensions)
    {
        if (Horizon is < 1 or > 250)
            yield return $"label.horizon must be in [1, 250], found {Horizon}";
        else if (Fault(extensions) is { } fault)
            yield return fault;
    }

    private string? Fault(ExtensionSet extensions)
    {
        try
        {
            SpecFor(extensions);
            return null;
        }
        catch (UnknownExtensionException fault)
        {
            return $"label.kind: {fault.Message.TrimEnd('.')}";
        }
        catch (ArgumentException fault)
        {
            return $"label.parameters: {fault.Message.TrimEnd('.')}";
        }
    }
}
