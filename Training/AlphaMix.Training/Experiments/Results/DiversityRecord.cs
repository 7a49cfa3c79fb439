namespace AlphaMix.Training.Experiments.Results;

/// <summary>How often the members of an ensemble decide differently on the test span (Table 5), by both definitions.</summary>
/// <param name="Ensemble">Whose members.</param>
/// <param name="Members">How many.</param>
/// <param name="Pairwise">Mean over pairs (Fort et al. 2019), in [0, 1].</param>
/// <param name="NonUnanimous">Share of samples on which they are not of one mind, in [0, 1].</param>
internal sealed record DiversityRecord(string Ensemble, int Members, double Pairwise, double NonUnanimous);
