namespace AlphaMix.Training.Configuration;

/// <summary>How the soup (S) is made (paper, section 4.3 and Algorithm 3).</summary>
public sealed record SoupOptions
{
    /// <summary>Gets which groups may join the best one. Default either.</summary>
    public SoupCandidates Candidates { get; init; } = SoupCandidates.Either;

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    /// <param name="pool">The pool's options.</param>
    public IEnumerable<string> Faults(PoolOptions pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        if (Candidates == SoupCandidates.Start && !pool.SharedStarts)
            yield return "routers.soup.candidates must not be start without pool.sharedStarts: no two groups have the same start";
    }
}
