using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Integrity;

/// <summary>The integrity report of a price folder.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Resolution">Length of one bar.</param>
/// <param name="FirstDay">First day of any instrument; <see langword="null"/> when there is no bar.</param>
/// <param name="LastDay">Last day of any instrument; <see langword="null"/> when there is no bar.</param>
/// <param name="TradingDays">Number of days on which any instrument has a bar.</param>
/// <param name="Instruments">One entry an instrument, in ordinal order of names.</param>
/// <param name="Findings">Remarks by file and line, in order.</param>
internal sealed record DataCheckReport(
    string Root,
    BarResolution Resolution,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    int TradingDays,
    IReadOnlyList<InstrumentCheck> Instruments,
    IReadOnlyList<IntegrityFinding> Findings)
{
    /// <summary>Gets a value indicating whether no row was left out and every file could be read.</summary>
    public bool IsSound => Findings.All(finding => finding.Severity != IntegritySeverity.Error);
}
