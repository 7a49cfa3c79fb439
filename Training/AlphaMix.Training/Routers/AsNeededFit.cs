using AlphaMix.Core.Routers;

namespace AlphaMix.Training.Routers;

/// <summary>Fitted as-needed routers.</summary>
/// <param name="Parameters">Their parameters.</param>
/// <param name="Omega">The weight of "on" in the loss (Eq. 8), one a router; with a wanted on-rate, the weight that gives it.</param>
/// <param name="OnRates">Share of the samples reaching each router that it passes on, on the samples of the fit.</param>
internal sealed record AsNeededFit(AsNeededParameters Parameters, double[] Omega, double[] OnRates);
