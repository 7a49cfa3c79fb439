using AlphaMix.Core.Extensions;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>
/// Creates a section of a report from the report's context. Implementations are stateless and deterministic: same context, same section. A
/// report creates the sections of its <see cref="ReportOutline"/> that apply, in order.
/// </summary>
/// <remarks>
/// A new section is one class: <see cref="AppliesTo"/> checks by <see cref="ReportContext.Has{T}"/> that the items it needs are there, and
/// <see cref="Create"/> takes them by <see cref="ReportContext.Get{T}"/> and fills tables, charts (<see cref="ReportChart"/>) and notes.
/// Page, Markdown and CSV follow. Registered by name in an <see cref="ExtensionSet"/>, it stands at the end of reports
/// (<see cref="ReportOutline.With(ExtensionSet)"/>), and its tables and values in the JSON of evaluations.
/// </remarks>
public interface IReportSection
{
    /// <summary>
    /// Gets the section's anchor and key in JSON: lower case, no spaces, unique in the report, or composing the report throws an
    /// <see cref="ArgumentException"/>.
    /// </summary>
    string Id { get; }

    /// <summary>Returns whether the context has the items that the section needs; if not, the report leaves it out.</summary>
    /// <param name="context">The report's items, by type.</param>
    bool AppliesTo(ReportContext context);

    /// <summary>Creates the section; called only where it applies.</summary>
    /// <param name="context">The report's items, by type.</param>
    /// <returns>The section; its <see cref="ReportSection.Id"/> is replaced by <see cref="Id"/>.</returns>
    ReportSection Create(ReportContext context);
}
