using AlphaMix.Core.Extensions;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>The sections that a report may have, in order. Immutable.</summary>
internal sealed class ReportOutline
{
    /// <summary>Initializes a new instance of the <see cref="ReportOutline"/> class.</summary>
    /// <param name="sections">The sections in order.</param>
    /// <exception cref="ArgumentException">Two have one id.</exception>
    public ReportOutline(params IEnumerable<IReportSection> sections)
    {
        Sections = [.. sections];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            if (!taken.Add(section.Id))
                throw new ArgumentException($"Two sections of a report have the id '{section.Id}'.", nameof(sections));
        }
    }

    /// <summary>Gets the sections.</summary>
    public IReadOnlyList<IReportSection> Sections { get; }

    /// <summary>Returns the outline with further sections at its end.</summary>
    /// <param name="sections">The sections in order.</param>
    /// <exception cref="ArgumentException">Two have one id.</exception>
    public ReportOutline With(params IEnumerable<IReportSection> sections) => new(Sections.Concat(sections));

    /// <summary>Returns the outline with the sections of an extension set at its end, in the order of their names.</summary>
    /// <param name="extensions">Sections are registered under <see cref="IReportSection"/>.</param>
    /// <exception cref="ArgumentException">Two sections have one id.</exception>
    public ReportOutline With(ExtensionSet extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        return With(extensions.Names<IReportSection>().Select(extensions.Get<IReportSection>));
    }

    /// <summary>Creates the sections that apply to a context, in order.</summary>
    /// <param name="context">What is reported on.</param>
    public IReadOnlyList<ReportSection> Create(ReportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. Sections.Where(section => section.AppliesTo(context))
            .Select(section => section.Create(context) with { Id = section.Id })];
    }
}
