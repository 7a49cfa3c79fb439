namespace AlphaMix.Core.Experts;

/// <summary>Working memory of a group's inference: grows to the largest batch seen, then allocates nothing. Not thread-safe.</summary>
public sealed class InferenceScratch
{
}
