using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;

namespace AlphaMix.Core.Forecasters;

/// <summary>Creates a forecaster from its fitted state. The seam's entry in an <see cref="ExtensionSet"/>.</summary>
/// <param name="state">What the forecaster's trainer returned, or the artifact had.</param>
/// <param name="features">The features of the windows it will forecast.</param>
/// <exception cref="ArgumentException">The version is not known, a parameter or tensor is missing or does not fit, or the features do
/// not.</exception>
public delegate IForecaster ForecasterFactory(FittedState state, FeatureSpec features);
