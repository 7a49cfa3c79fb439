using AlphaMix.Core.Extensions;

namespace AlphaMix.Training.Panels;

/// <summary>
/// Defines what is forecast: turns prices into samples with label 0 or 1. Training looks it up by name (<see cref="LabelFactory"/>); LEAN
/// needs no code of it, only the horizon, the reach and where it begins, which the artifact carries. Implementations are immutable,
/// deterministic and safe to share between threads.
/// </summary>
/// <example>See <c>docs/extending.md</c> for a complete label in one file.</example>
public interface ILabel
{
    /// <summary>Gets the name under which the label is registered.</summary>
    string Name { get; }

    /// <summary>Gets the parameters that make an equal label; they are stored in the artifact. None by default.</summary>
    Parameters Parameters => Parameters.None;

    /// <summary>
    /// Gets a value indicating whether the label begins at the next open, so that simulations fill orders there, as LEAN does. Else they
    /// fill at the close of the window's last day, whose price is already known. Default true.
    /// </summary>
    bool BeginsAtOpen => true;

    /// <summary>
    /// Returns the label reach: trading days from the window's end to the last price in the label. Default h + 1 from the next open, else
    /// h.
    /// </summary>
    /// <param name="horizon">Trading days ahead (h), at least 1.</param>
    int Reach(int horizon) => BeginsAtOpen ? horizon + 1 : horizon;

    /// <summary>Labels every window whose label is known.</summary>
    /// <param name="panel">Prices and features; only usable bars are in it. The rows are not scaled yet.</param>
    /// <param name="horizon">Trading days ahead (h), at least 1.</param>
    /// <returns>
    /// Samples with label 1 for "up" and 0 for the rest, instrument after instrument, days ascending. A window that is not full
    /// (<see cref="Panel.WindowOffset"/> below 0) or whose label is not known yet has none. <see cref="Sample.LabelDay"/> is the day of the
    /// last price that the label depends on: spans are purged by it, so that an earlier day would leak.
    /// </returns>
    Sample[] Build(Panel panel, int horizon);
}
