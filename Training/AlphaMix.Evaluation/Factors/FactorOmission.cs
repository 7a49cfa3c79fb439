namespace AlphaMix.Evaluation.Factors;

/// <summary>A factor that an evaluation is not held against.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Reason">Why not, a clause.</param>
internal sealed record FactorOmission(string Name, string Reason);
