using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What a router's IC loses when one feature is given to the wrong instruments.</summary>
/// <param name="Feature">The feature; features that are the same numbers are permuted together and named together.</param>
/// <param name="Drop">Mean daily IC as it is less that with the feature permuted among the instruments of the day; above 0 the feature
/// helps.</param>
/// <remarks>
/// Breiman (2001), Machine Learning 45, with permutations inside a day as the IC is a figure of the day. Features that nearly say the same
/// stand in for each other, so that each alone looks unimportant.
/// </remarks>
internal sealed record FeatureImportance(string Feature, MeanEstimate Drop);
