namespace AlphaMix.Core.Pools;

/// <summary>How the as-needed routers were fitted.</summary>
/// <param name="Groups">Indices of the groups in the order in which they are asked.</param>
/// <param name="Target">When a router should turn the next group on.</param>
/// <param name="Omega">The weight of "on" in the loss (Eq. 8), one a router.</param>
/// <param name="OnRates">Share of validation samples for which each router asked on, of those that reached it.</param>
public sealed record AsNeededRecord(
    IReadOnlyList<int> Groups, AsNeededTarget Target, IReadOnlyList<double> Omega, IReadOnlyList<double> OnRates);
