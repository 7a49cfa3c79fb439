using System.Globalization;

namespace AlphaMix.Training.Data;

/// <summary>One remark on a price file.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line in the file, from 1; 0 when the remark is on the whole file.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What was found, what was expected and what was done about it, in one sentence.</param>
internal sealed record IntegrityFinding(string File, int Line, IntegritySeverity Severity, string Message)
{
    /// <summary>Returns <c>file:line: message</c>.</summary>
    public override string ToString() =>
        Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Message}") : $"{File}: {Message}";
}
