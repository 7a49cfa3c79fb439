namespace AlphaMix.Core.Journals;

/// <summary>The first line of a journal that does not continue its chain.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Field">What is wrong: <c>hash</c>, a field of the entry, or <c>line</c> where it is no entry at all.</param>
/// <param name="Expected">What a whole journal has there.</param>
/// <param name="Found">What this one has.</param>
public sealed record JournalBreak(int Line, string Field, string Expected, string Found)
{
    /// <summary>Returns the break in words.</summary>
    public override string ToString() => $"line {Line}: {Field}: expected {Expected}, found {Found}";
}
