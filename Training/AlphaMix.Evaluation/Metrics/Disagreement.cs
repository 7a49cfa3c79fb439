namespace AlphaMix.Evaluation.Metrics;

/// <summary>
/// How often the members of an ensemble decide differently, both as shares in [0, 1]; NaN without samples or with fewer than two members.
/// </summary>
/// <param name="Pairwise">Mean over samples and pairs of members of "the two differ" (Fort et al. 2019, arXiv:1912.02757).</param>
/// <param name="NonUnanimous">Share of samples on which not all members decide alike, as counted by the paper's Table 5.</param>
public sealed record Disagreement(double Pairwise, double NonUnanimous)
{
    /// <summary>Compares decisions.</summary>
    /// <param name="decisions">Class decided, shape <c>(samples, members)</c>, members adjacent.</param>
    /// <param name="members">Number of members, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="members"/> is not positive.</exception>
    /// <exception cref="ArgumentException">The number of decisions is no multiple of <paramref name="members"/>.</exception>
    public static Disagreement From(ReadOnlySpan<byte> decisions, int members)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(members);
        if (decisions.Length % members != 0)
            throw new ArgumentException($"Expected a multiple of {members} decisions, found {decisions.Length}.", nameof(decisions));
        var samples = decisions.Length / members;
        if (samples == 0 || members < 2)
            return new Disagreement(double.NaN, double.NaN);

        var (pairs, split) = (0L, 0);
        Span<int> votes = stackalloc int[byte.MaxValue + 1];
        for (var sample = 0; sample < samples; sample++)
        {
            votes.Clear();
            long differing = 0;
            for (var m = 0; m < members; m++)
                differing += m - votes[decisions[sample * members + m]]++;
            pairs += differing;
            split += differing > 0 ? 1 : 0;
        }

        return new Disagreement(pairs / (samples * (members * (members - 1.0) / 2)), (double)split / samples);
    }
}
