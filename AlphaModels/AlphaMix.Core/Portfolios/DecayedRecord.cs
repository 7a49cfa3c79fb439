namespace AlphaMix.Core.Portfolios;

/// <summary>
/// The record behind <see cref="RecordMixture"/> and <see cref="LeaderMixture"/>: the decayed sums of a strategy's returns and of their
/// squares.
/// </summary>
internal static class DecayedRecord
{
    /// <summary>Numbers remembered of a strategy: the sum and the sum of squares.</summary>
    public const int MemorySize = 2;

    /// <summary>Returns a half-life in days that is positive and finite.</summary>
    public static double CheckedHalfLife(double days) => days > 0 && double.IsFinite(days)
        ? days
        : throw new ArgumentException(FormattableString.Invariant($"halfLifeDays must be positive and finite, found {days}."));

    /// <summary>Adds a return; what came before counts half as much a half-life later.</summary>
    public static void Add(double gain, double halfLives, Span<double> memory)
    {
        var decay = Math.Pow(0.5, halfLives);
        memory[0] = memory[0] * decay + gain;
        memory[1] = memory[1] * decay + gain * gain;
    }

    /// <summary>Computes return over volatility of each strategy, 0 before its first return.</summary>
    /// <returns>The highest.</returns>
    public static double Qualities(ReadOnlySpan<double> memories, Span<double> qualities)
    {
        var best = double.NegativeInfinity;
        for (var i = 0; i < qualities.Length; i++)
        {
            var square = memories[i * MemorySize + 1];
            qualities[i] = square > 0 ? memories[i * MemorySize] / Math.Sqrt(square) : 0;
            best = Math.Max(best, qualities[i]);
        }

        return best;
    }
}
