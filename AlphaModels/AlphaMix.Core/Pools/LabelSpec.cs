using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Pools;

/// <summary>
/// What the experts forecast, as the artifact stores it. The trainer looks the name up to label samples; evaluation and plugin need only
/// horizon, reach and where the label begins, so that they read a pool whose label they have no code for.
/// </summary>
/// <param name="Name">Name under which the label is registered, such as <c>closeToClose</c>.</param>
/// <param name="Horizon">Trading days ahead (h), at least 1: how long a forecast holds.</param>
/// <param name="BeginsAtOpen">Whether the label begins at the next open, where orders sent at the close fill; else it begins at the
/// close.</param>
/// <param name="Reach">Label reach: trading days from the window's end to the last price in the label, at least 1.</param>
public sealed record LabelSpec(string Name, int Horizon, bool BeginsAtOpen, int Reach)
{
    /// <summary>The paper's label: up when close(t + h) is above close(t) (paper, Eq. 1).</summary>
    public const string CloseToCloseName = "closeToClose";

    /// <summary>Up when open(t + 1 + h) is above open(t + 1): what orders sent at the close earn.</summary>
    public const string OpenToOpenName = "openToOpen";

    /// <summary>Up when the return from open(t + 1) to open(t + 1 + h) is above the median of all instruments'.</summary>
    public const string BeatsMedianName = "beatsMedian";

    /// <summary>Gets the parameters of a label from outside the library. Default none.</summary>
    public Parameters Parameters { get; init; } = Parameters.None;

    /// <summary>Gets a value indicating whether formats 1 and 2 know the label: its name stands for everything but the horizon.</summary>
    internal bool IsBuiltIn => Find(Name, Horizon) is not null;

    /// <summary>Returns the label <c>closeToClose</c>, with a reach of h days.</summary>
    /// <param name="horizon">Trading days ahead, at least 1.</param>
    public static LabelSpec CloseToClose(int horizon = 1) => new(CloseToCloseName, horizon, false, horizon);

    /// <summary>Returns the label <c>openToOpen</c>, with a reach of h + 1 days.</summary>
    /// <param name="horizon">Trading days ahead, at least 1.</param>
    public static LabelSpec OpenToOpen(int horizon = 1) => new(OpenToOpenName, horizon, true, horizon + 1);

    /// <summary>Returns the label <c>beatsMedian</c>, with a reach of h + 1 days.</summary>
    /// <param name="horizon">Trading days ahead, at least 1.</param>
    public static LabelSpec BeatsMedian(int horizon = 1) => new(BeatsMedianName, horizon, true, horizon + 1);

    /// <summary>Returns the label of this library that has a name, or null.</summary>
    internal static LabelSpec? Find(string name, int horizon) => name switch
    {
        CloseToCloseName => CloseToClose(horizon),
        OpenToOpenName => OpenToOpen(horizon),
        BeatsMedianName => BeatsMedian(horizon),
        _ => null
    };
}
