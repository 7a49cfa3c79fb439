namespace AlphaMix.Training.Data;

/// <summary>Collects what was noticed while prices were read. Safe to share between threads.</summary>
/// <param name="strict">Whether a finding of severity <see cref="IntegritySeverity.Error"/> is thrown as a
/// <see cref="DataException"/>.</param>
internal sealed class IntegrityReport(bool strict = false)
{
    private readonly Lock _lock = new();
    private readonly List<IntegrityFinding> _findings = [];

    /// <summary>Gets a value indicating whether errors are thrown.</summary>
    public bool Strict { get; } = strict;

    /// <summary>Gets a copy of the findings, ordered by file and line whatever the order of reading.</summary>
    public IReadOnlyList<IntegrityFinding> Findings
    {
        get
        {
            lock (_lock)
                return [.. _findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)];
        }
    }

    /// <summary>Counts the findings of one severity.</summary>
    /// <param name="severity">The severity.</param>
    public int Count(IntegritySeverity severity)
    {
        lock (_lock)
            return _findings.Count(finding => finding.Severity == severity);
    }

    /// <summary>Adds a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <exception cref="DataException">The report is strict and the finding is an error.</exception>
    public void Add(IntegrityFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        lock (_lock)
            _findings.Add(finding);
        if (Strict && finding.Severity == IntegritySeverity.Error)
            throw new DataException($"{finding} Strict reading stops here: correct the file, or read without strict.");
    }

    internal void Add(string file, int line, IntegritySeverity severity, string message) =>
        Add(new IntegrityFinding(file, line, severity, message));
}
