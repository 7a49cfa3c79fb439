namespace AlphaMix.Evaluation.Portfolios;

/// <summary>The cost a side up to which a portfolio's mean net return is above a benchmark's.</summary>
/// <remarks>
/// A cost of c a side takes <c>c a(t) (1 + g(t))</c> from the gross return g of a day that trades a (bought and sold, as a share of the
/// portfolio), so net mean returns are linear in c and cross at <c>c = (mean g1 - mean g2) / (mean a1 (1 + g1) - mean a2 (1 + g2))</c>.
/// </remarks>
internal static class BreakEvenCost
{
    /// <summary>
    /// Returns the cost at which the mean net returns of both are equal, from returns before costs and trades; costs charged in the
    /// simulations do not enter.
    /// </summary>
    /// <param name="own">The portfolio.</param>
    /// <param name="benchmark">The benchmark, on the same days.</param>
    /// <returns>
    /// Basis points a side. 0 when the portfolio earns no more than the benchmark even before costs; positive infinity when it earns more
    /// and trades no more, so that no cost turns them; NaN without days.
    /// </returns>
    /// <exception cref="ArgumentException">The days differ in number.</exception>
    public static double Bps(SimulationResult own, SimulationResult benchmark)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(benchmark);
        if (own.Days.Length != benchmark.Days.Length)
            throw new ArgumentException($"Expected the benchmark's {benchmark.Days.Length} days, found {own.Days.Length}.", nameof(own));
        if (own.Days.Length == 0)
            return double.NaN;

        var ahead = own.GrossReturns.Average() - benchmark.GrossReturns.Average();
        var charged = Charged(own) - Charged(benchmark);
        if (ahead <= 0)
            return 0;
        return charged <= 0 ? double.PositiveInfinity : 10_000 * ahead / charged;
    }

    private static double Charged(SimulationResult simulation) =>
        simulation.Traded.Zip(simulation.GrossReturns, (traded, gross) => traded * (1 + gross)).Average();
}
