namespace AlphaMix.Core.Journals;

/// <summary>An entry cannot be added to a journal: its chain is broken, or the entry is not later than the last one.</summary>
/// <param name="message">What was expected and found.</param>
public sealed class JournalException(string message) : Exception(message);
