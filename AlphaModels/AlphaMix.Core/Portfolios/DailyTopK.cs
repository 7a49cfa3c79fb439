using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// The paper's daily strategy: each day the k names with the highest score, in equal weights. With a buffer a name stays until its rank
/// leaves the first 2k; long-short holds the k lowest short as well.
/// </summary>
/// <remarks>
/// Paper, section 5.1. Names and weights are set anew every day. A held name that is halted keeps its place, which leaves that many fewer
/// to pick; with fewer than k scored names each gets 1/k, and the rest stays in cash.
/// </remarks>
public sealed record DailyTopK : IPortfolioRule
{
    /// <summary>The name under which the rule is registered.</summary>
    public const string RuleName = "dailyTopK";

    /// <inheritdoc/>
    public string Name => RuleName;

    /// <summary>Gets the number of names held on each side (k), at least 1. Default 4, as in the paper.</summary>
    public int TopK { get; init; } = 4;

    /// <summary>Gets a value indicating whether a held name stays until its rank leaves the first 2k. Default false.</summary>
    public bool Buffer { get; init; }

    /// <summary>Gets a value indicating whether the k lowest names are sold short, half of the portfolio a side. Default false.</summary>
    public bool LongShort { get; init; }

    /// <inheritdoc/>
    public int MinPositions => TopK;

    /// <inheritdoc/>
    public Parameters Parameters => Parameters.None.With("topK", TopK).With("buffer", Buffer).With("longShort", LongShort);

    /// <summary>Creates the rule from <c>topK</c>, <c>buffer</c> and <c>longShort</c>; a missing one takes its default.</summary>
    /// <param name="parameters">The parameters, such as those of a configuration's <c>portfolio.parameters</c>.</param>
    /// <exception cref="ArgumentException">A parameter is unknown, of the wrong kind, or out of its range.</exception>
    public static DailyTopK Create(Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireKnown("topK", "buffer", "longShort");
        var rule = new DailyTopK
        {
            TopK = parameters.Whole("topK", 4),
            Buffer = parameters.Flag("buffer", false),
            LongShort = parameters.Flag("longShort", false)
        };
        return rule.TopK >= 1 ? rule : throw new ArgumentException($"topK must be at least 1, found {rule.TopK}.", nameof(parameters));
    }

    /// <inheritdoc/>
    public int Positions(int scored) => Math.Min(TopK, scored);

    /// <inheritdoc/>
    public void Decide(scoped in PortfolioDay day, PortfolioTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (LongShort)
            (targets.LongExposure, targets.ShortExposure) = (0.5, 0.5);
        var longs = Math.Min(FreePlaces(day, 1), day.Ranking.Length);
        Pick(day, targets, 1, longs);
        if (LongShort)
            Pick(day, targets, -1, Math.Min(FreePlaces(day, -1), day.Ranking.Length - longs));
    }

    /// <summary>Counts the places of a side that no halted name has.</summary>
    private int FreePlaces(scoped in PortfolioDay day, int side)
    {
        var free = TopK;
        foreach (var name in day.Held)
            free -= day.States[name] == TradingState.Halted && Math.Sign(day.Weights[name]) == side ? 1 : 0;

        // A name that halts between a decision and its fill stays beside the new picks: more names than places.
        return Math.Max(free, 0);
    }

    private void Pick(scoped in PortfolioDay day, PortfolioTargets targets, int side, int places)
    {
        var first = targets.Count;
        if (Buffer)
        {
            for (var rank = 0; rank < Math.Min(2 * TopK, day.Ranking.Length) && targets.Count - first < places; rank++)
            {
                var name = day.Ranking[Place(rank, side, day.Ranking.Length)];
                if (Math.Sign(day.Weights[name]) == side && !targets.Names[..first].Contains(name))
                    Enter(targets, name, side);
            }
        }

        var kept = targets.Count;
        for (var rank = 0; rank < day.Ranking.Length && targets.Count - first < places; rank++)
        {
            var name = day.Ranking[Place(rank, side, day.Ranking.Length)];
            if (!targets.Names[..kept].Contains(name))
                Enter(targets, name, side);
        }
    }

    private static void Enter(PortfolioTargets targets, int name, int side)
    {
        if (side > 0)
            targets.Buy(name);
        else
            targets.SellShort(name);
    }

    private static int Place(int rank, int side, int count) => side > 0 ? rank : count - 1 - rank;
}
