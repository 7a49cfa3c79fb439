using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Scoring;

/// <summary>A pool with the days it is in force.</summary>
/// <param name="From">First day.</param>
/// <param name="To">First day after.</param>
/// <param name="Pool">The pool.</param>
internal sealed record DatedPool(DateOnly From, DateOnly To, Pool Pool);
