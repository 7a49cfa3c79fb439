using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Divides the portfolio by the strategies' records, decayed return over decayed volatility: softmax(sharpness * record).
/// </summary>
/// <remarks>
/// A strategy without a return yet has the record 0. Exponentially weighted forecasters: Cesa-Bianchi and Lugosi (2006), chapter 2.
/// </remarks>
public sealed record RecordMixture : IStrategyMixture
{
    /// <summary>The name under which the mixture is registered.</summary>
    public const string MixtureName = "record";

    /// <inheritdoc/>
    public string Name => MixtureName;

    /// <summary>Gets the calendar days after which a past return counts half, positive. Default 91, a quarter of a year.</summary>
    /// <exception cref="ArgumentException">The value is not positive and finite.</exception>
    public double HalfLifeDays { get; init => field = DecayedRecord.CheckedHalfLife(value); } = 91;

    /// <summary>Gets how strongly shares follow records, per unit of record; not negative, 0 for equal shares. Default 1.</summary>
    /// <exception cref="ArgumentException">The value is negative or not finite.</exception>
    public double Sharpness
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentException(FormattableString.Invariant($"sharpness must be finite and not negative, found {value}."));
    }
    = 1;

    /// <inheritdoc/>
    public Parameters Parameters => Parameters.None.With("halfLifeDays", HalfLifeDays).With("sharpness", Sharpness);

    /// <inheritdoc/>
    public int MemorySize => DecayedRecord.MemorySize;

    /// <summary>Creates the mixture from <c>halfLifeDays</c> and <c>sharpness</c>.</summary>
    /// <exception cref="ArgumentException">A parameter is unknown, of the wrong kind, or out of its range.</exception>
    public static RecordMixture Create(Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireKnown("halfLifeDays", "sharpness");
        return new RecordMixture { HalfLifeDays = parameters.Number("halfLifeDays", 91), Sharpness = parameters.Number("sharpness", 1) };
    }

    /// <inheritdoc/>
    public void Remember(double gain, double elapsedDays, Span<double> memory) =>
        DecayedRecord.Add(gain, elapsedDays / HalfLifeDays, memory);

    /// <inheritdoc/>
    public void Share(ReadOnlySpan<double> memories, Span<double> shares)
    {
        var best = DecayedRecord.Qualities(memories, shares);
        var total = 0.0;
        foreach (ref var share in shares)
        {
            share = Math.Exp(Sharpness * (share - best));
            total += share;
        }

        foreach (ref var share in shares)
            share /= total;
    }
}
