namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>A departure of the authors' code, described for a report.</summary>
/// <param name="Name">What <c>--switch</c> takes.</param>
/// <param name="Switch">The departure, or null where it is not implemented.</param>
/// <param name="What">What the authors' code does, one sentence.</param>
/// <param name="Source">Where in the authors' code it is seen.</param>
/// <param name="NotImplemented">Why it is not implemented; null for a switch.</param>
internal sealed record DepartureInfo(string Name, Departure? Switch, string What, string Source, string? NotImplemented = null);
