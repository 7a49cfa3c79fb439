using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Routers;

/// <summary>Creates a router from its fitted state. The seam's entry in an <see cref="ExtensionSet"/>.</summary>
/// <param name="state">What the router's fitter returned, or the artifact had.</param>
/// <param name="groups">The pool's groups, networks before trees (<see cref="Pools.Pool.Members"/>), at least one.</param>
/// <exception cref="ArgumentException">The version is not known, or a parameter or tensor is missing or does not fit.</exception>
public delegate IRouter RouterFactory(FittedState state, IReadOnlyList<IGroup> groups);
