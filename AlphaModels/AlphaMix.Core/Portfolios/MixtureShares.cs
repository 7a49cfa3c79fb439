namespace AlphaMix.Core.Portfolios;

/// <summary>Asks a mixture for shares, and checks them.</summary>
internal static class MixtureShares
{
    /// <summary>Computes the shares of the strategies that trade today.</summary>
    /// <param name="mixture">The mixture.</param>
    /// <param name="memories">Their memories one after another.</param>
    /// <param name="shares">Receives one share a strategy; not empty.</param>
    /// <exception cref="InvalidOperationException">The mixture's shares are negative or do not sum to 1.</exception>
    public static void Compute(IStrategyMixture mixture, ReadOnlySpan<double> memories, Span<double> shares)
    {
        mixture.Share(memories, shares);
        var (sum, isValid) = (0.0, true);
        foreach (var share in shares)
        {
            isValid &= share >= 0;
            sum += share;
        }

        if (!isValid || !(Math.Abs(sum - 1) < 1e-9))
            throw new InvalidOperationException(
                $"The strategy mixture '{mixture.Name}' must return shares of at least 0 that sum to 1, found "
                + $"{string.Join(", ", shares.ToArray())}.");
    }
}
