using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Assigns the whole portfolio to the strategy with the best record, its decayed return over its decayed volatility; equal records share.
/// </summary>
/// <remarks>Follow the leader: Cesa-Bianchi and Lugosi (2006), section 3.2.</remarks>
public sealed record LeaderMixture : IStrategyMixture
{
    /// <summary>The name under which the mixture is registered.</summary>
    public const string MixtureName = "leader";

    /// <inheritdoc/>
    public string Name => MixtureName;

    /// <summary>Gets the calendar days after which a past return counts half, positive. Default 91, a quarter of a year.</summary>
    /// <exception cref="ArgumentException">The value is not positive and finite.</exception>
    public double HalfLifeDays { get; init => field = DecayedRecord.CheckedHalfLife(value); } = 91;

    /// <inheritdoc/>
    public Parameters Parameters => Parameters.None.With("halfLifeDays", HalfLifeDays);

    /// <inheritdoc/>
    public int MemorySize => DecayedRecord.MemorySize;

    /// <summary>Creates the mixture from <c>halfLifeDays</c>.</summary>
    /// <exception cref="ArgumentException">A parameter is unknown, of the wrong kind, or out of its range.</exception>
    public static LeaderMixture Create(Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireKnown("halfLifeDays");
        return new LeaderMixture { HalfLifeDays = parameters.Number("halfLifeDays", 91) };
    }

    /// <inheritdoc/>
    public void Remember(double gain, double elapsedDays, Span<double> memory) =>
        DecayedRecord.Add(gain, elapsedDays / HalfLifeDays, memory);

    /// <inheritdoc/>
    public void Share(ReadOnlySpan<double> memories, Span<double> shares)
    {
        var best = DecayedRecord.Qualities(memories, shares);
        var leaders = 0;
        foreach (var quality in shares)
            leaders += quality == best ? 1 : 0;
        foreach (ref var share in shares)
            share = share == best ? 1.0 / leaders : 0;
    }
}
