using AlphaMix.Core.Extensions;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>
/// A section of a report: what it applies to, and how it is made. Implementations are stateless and deterministic: same context, same
/// section. A report asks the sections of its <see cref="ReportOutline"/> in order.
/// </summary>
/// <remarks>
/// A new section is one class: <see cref="AppliesTo"/> checks by <see cref="ReportContext.Has{T}"/> that the items it needs are there, and
/// <see cref="Create"/> takes them by <see cref="ReportContext.Get{T}"/> and fills tables, charts (<see cref="ReportChart"/>) and notes.
/// Page, Markdown and CSV follow. Registered by name in an <see cref="ExtensionSet"/>, it stands at the end of reports
/// (<see cref="ReportOutline.With(ExtensionSet)"/>), and its tables and values in the JSON of evaluations.
/// </remarks>
public interface IReportSection
{
    /// <summary>Gets the section's anchor: lower case, no spaces, unique in the report.</summary>
    string Id { get; }

    /// <summary>Returns whether the section has something to show; if not, the report leaves it out.</summary>
    /// <param name="context">What is reported on.</param>
    bool AppliesTo(ReportContext context);

    /// <summary>Creates the section; called only where it applies.</summary>
    /// <param name="context">What is reported on.</param>
    ReportSection Create(ReportContext context);
}
