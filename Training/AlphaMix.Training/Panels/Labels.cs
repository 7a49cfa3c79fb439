using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Panels;

/// <summary>Finds labels by name, this library's and those of extensions, and has them label panels.</summary>
internal static class Labels
{
    private static readonly ILabel[] BuiltIn = [PriceLabel.CloseToClose, PriceLabel.OpenToOpen, MedianLabel.Instance];

    /// <summary>Creates a label.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="extensions">What names stand for besides <c>closeToClose</c>, <c>openToOpen</c> and <c>beatsMedian</c>.</param>
    /// <exception cref="UnknownExtensionException">There is no label of the name.</exception>
    /// <exception cref="ArgumentException">A parameter is unknown or cannot be used.</exception>
    public static ILabel Create(string name, Parameters parameters, ExtensionSet extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        return BuiltIn.Aggregate(extensions, Add).Get<LabelFactory>(name)(parameters);
    }

    /// <summary>Returns what the artifact stores of a label.</summary>
    /// <exception cref="ArgumentException">Its reach is below 1.</exception>
    public static LabelSpec SpecOf(ILabel label, int horizon)
    {
        ArgumentNullException.ThrowIfNull(label);
        var reach = label.Reach(horizon);
        return reach >= 1
            ? new LabelSpec(label.Name, horizon, label.BeginsAtOpen, reach) { Parameters = label.Parameters }
            : throw new ArgumentException(
                $"{label.Name}: a label must reach at least one day ahead, found a reach of {reach}.", nameof(label));
    }

    /// <summary>Labels a panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="spec">What is forecast.</param>
    /// <param name="extensions">What names stand for; null for this library's own.</param>
    /// <returns>The samples whose label is known, instrument after instrument, days ascending.</returns>
    /// <exception cref="UnknownExtensionException">There is no label of the name.</exception>
    /// <exception cref="InvalidOperationException">The label returned a sample that cannot be one.</exception>
    public static Sample[] Build(Panel panel, LabelSpec spec, ExtensionSet? extensions = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(spec);
        var samples = Create(spec.Name, spec.Parameters, extensions ?? Core.BuiltIn.Extensions).Build(panel, spec.Horizon);
        foreach (var sample in samples)
        {
            if (!IsSound(sample, panel))
                throw new InvalidOperationException(
                    $"{spec.Name}: found {sample}, expected an instrument and a window of the panel, a label of 0 or 1, and a label day "
                        + $"after the day.");
        }

        return samples;
    }

    private static bool IsSound(in Sample sample, Panel panel) =>
        sample.Instrument >= 0 && sample.Instrument < panel.Series.Count && sample.Label <= 1 && sample.LabelDay > sample.Day
        && sample.WindowOffset >= 0 && sample.WindowOffset + panel.Spec.InputSize <= panel.Rows.Length;

    private static ExtensionSet Add(ExtensionSet extensions, ILabel label) => extensions.With<LabelFactory>(label.Name, parameters =>
    {
        parameters.RequireKnown();
        return label;
    });
}
