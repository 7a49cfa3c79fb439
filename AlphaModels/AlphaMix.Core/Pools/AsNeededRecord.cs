namespace AlphaMix.Core.Pools;

/// <summary>How the as-needed routers R were fitted (paper, section 4.1).</summary>
/// <param name="Groups">Indices of the n groups in the order in which they are asked, distinct.</param>
/// <param name="Target">When a router should turn the next group on.</param>
/// <param name="Omega">The weight of "on" in the loss (Eq. 8), one for each of the n - 1 routers, positive.</param>
/// <param name="OnRates">Share of the validation samples reaching each router for which it asked on, n - 1 values in [0, 1].</param>
public sealed record AsNeededRecord(
    IReadOnlyList<int> Groups, AsNeededTarget Target, IReadOnlyList<double> Omega, IReadOnlyList<double> OnRates);
