namespace AlphaMix.Training.Experiments.Results;

/// <summary>A baseline of Table 3 that an experiment does not have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why.</param>
internal sealed record MissingBaseline(string Name, string Reason);
