using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>
/// A section of a report: what it applies to, and how it is made of it. Sections are without state, and deterministic: same context, same
/// section. A report asks every section of its <see cref="ReportOutline"/> in turn.
/// </summary>
/// <remarks>
/// One class is a section of one's own: it says by <see cref="ReportContext.Has{T}"/> which items it needs, takes them by
/// <see cref="ReportContext.Get{T}"/>, and fills tables, charts and notes with their numbers. Page, Markdown and CSV follow from those.
/// </remarks>
public interface IReportSection
{
    /// <summary>Gets its anchor: lower case, no spaces, unique in the report.</summary>
    string Id { get; }

    /// <summary>Says whether the section has something to show of a context; where not, the report leaves it out.</summary>
    /// <param name="context">What is reported on.</param>
    bool AppliesTo(ReportContext context);

    /// <summary>Makes the section; called only where it applies.</summary>
    /// <param name="context">What is reported on.</param>
    ReportSection Create(ReportContext context);
}
