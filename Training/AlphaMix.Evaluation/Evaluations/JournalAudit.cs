using AlphaMix.Core.Journals;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>What of a journal was judged, and what was not.</summary>
internal sealed record JournalAudit
{
    /// <summary>Gets the number of lines.</summary>
    public required int Lines { get; init; }

    /// <summary>Gets the number of entries before a break.</summary>
    public required int Entries { get; init; }

    /// <summary>Gets the number of entries judged.</summary>
    public required int Judged { get; init; }

    /// <summary>Gets how many of those judged were written in backtests: with any, the figures are no evidence.</summary>
    public required int FromBacktests { get; init; }

    /// <summary>Gets the number of trading days between the first and the last entry judged that have none.</summary>
    public required int DaysWithout { get; init; }

    /// <summary>Gets the entries left out, in their order.</summary>
    public required IReadOnlyList<JournalOmission> LeftOut { get; init; }

    /// <summary>Gets the names scored that the prices lack, in ordinal order.</summary>
    public required IReadOnlyList<string> UnknownNames { get; init; }

    /// <summary>Gets the first line that does not continue the chain; null when it is whole.</summary>
    public required JournalBreak? Break { get; init; }

    /// <summary>Gets the hash of the last entry before a break.</summary>
    public required string Head { get; init; }
}
