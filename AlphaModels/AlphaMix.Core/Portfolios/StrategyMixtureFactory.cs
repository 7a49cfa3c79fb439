using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>Creates a strategy mixture from its parameters. The seam's entry in an <see cref="ExtensionSet"/>.</summary>
/// <param name="parameters">Those of <see cref="IStrategyMixture.Parameters"/>; a missing one takes its default.</param>
/// <exception cref="ArgumentException">A parameter is unknown, of the wrong kind, or out of its range.</exception>
public delegate IStrategyMixture StrategyMixtureFactory(Parameters parameters);
