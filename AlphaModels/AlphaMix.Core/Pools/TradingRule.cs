namespace AlphaMix.Core.Pools;

/// <summary>
/// The slow portfolio that a pool was made for: which score ranks the names, how many are held, when one is sold. Part of the artifact, so that
/// simulator and plugin trade alike. Pools of the paper's daily strategy have none.
/// </summary>
/// <remarks>
/// <see cref="Signals.DailyScore"/> makes the score of a day, <see cref="Signals.SmoothedScores{TKey}"/> averages the days,
/// <see cref="Portfolios.HoldingRule"/> decides what is held. Freed cash goes to the names that enter; nothing else is traded.
/// </remarks>
public sealed record TradingRule
{
    /// <summary>Gets the share of the prior in the score, in [0, 1]; the rest is the pool's. Default 0.5. Above 0 the features must have the prior's horizons.</summary>
    public double PriorWeight { get; init; } = 0.5;

    /// <summary>Gets the span of the exponential average over daily scores (weights (1 - 2 / (span + 1))^age), at least 1. Default 10.</summary>
    public int ScoreDays { get; init; } = 10;

    /// <summary>Gets the least number of names held, at least 1. Default 4.</summary>
    public int FewestHeld { get; init; } = 4;

    /// <summary>Gets the fraction of the scored names that is held: one in so many, at least 1. Default 4.</summary>
    public int HeldOneIn { get; init; } = 4;

    /// <summary>Gets the largest share of the portfolio that one day's sales may free, in (0, 1]. Default 1, no limit.</summary>
    public double MaxTurnover { get; init; } = 1;

    /// <summary>Gets a value indicating whether the lowest names are sold short, as many and as much. Default false.</summary>
    public bool LongShort { get; init; }

    /// <summary>Gets the number of scored names below which the portfolio is 1/N instead, at least 2. Default 40.</summary>
    public int FewestNames { get; init; } = 40;

    /// <summary>Gets the expected cost a year, a fraction of the portfolio, above which the portfolio is 1/N instead; positive. Default 0.05.</summary>
    public double MaxYearlyCost { get; init; } = 0.05;

    /// <summary>Gets the share of the portfolio that the rule replaced a day over the pool's validation span: what the expected cost is reckoned from. Not negative.</summary>
    public double ExpectedTurnover { get; init; }

    /// <summary>Gives the number of names held on each side out of <paramref name="scored"/> names.</summary>
    public int Held(int scored) => Math.Min(Math.Max(FewestHeld, scored / HeldOneIn), LongShort ? scored / 2 : scored);

    /// <summary>Gives the expected cost a year as a fraction of the portfolio: 252 days of buying and selling <see cref="ExpectedTurnover"/>.</summary>
    /// <param name="costBps">Cost of a trade in basis points of its value, each side.</param>
    public double ExpectedYearlyCost(double costBps) => 252 * 2 * ExpectedTurnover * costBps / 10_000;

    /// <summary>Says why the portfolio is 1/N, or null where the rule trades.</summary>
    /// <param name="scored">Names scored on the day.</param>
    /// <param name="costBps">Cost of a trade in basis points of its value, each side.</param>
    public string? GateReason(int scored, double costBps) =>
        scored < FewestNames ? FormattableString.Invariant($"{scored} names are scored, fewer than {FewestNames}")
        : ExpectedYearlyCost(costBps) > MaxYearlyCost
            ? FormattableString.Invariant($"the expected cost is {100 * ExpectedYearlyCost(costBps):0.0} % a year ({100 * ExpectedTurnover:0.0} % replaced a day at {costBps} bp a side), above {100 * MaxYearlyCost:0.0} %")
            : null;

    /// <summary>Names every fault.</summary>
    public IEnumerable<string> Faults()
    {
        if (!(PriorWeight is >= 0 and <= 1))
            yield return $"priorWeight must lie in [0, 1], found {PriorWeight}";
        if (ScoreDays is < 1 or > 250)
            yield return $"scoreDays must be in [1, 250], found {ScoreDays}";
        if (FewestHeld < 1)
            yield return $"fewestHeld must be at least 1, found {FewestHeld}";
        if (HeldOneIn < 1)
            yield return $"heldOneIn must be at least 1, found {HeldOneIn}";
        if (!(MaxTurnover is > 0 and <= 1))
            yield return $"maxTurnover must lie in (0, 1], found {MaxTurnover}";
        if (FewestNames < 2)
            yield return $"fewestNames must be at least 2, found {FewestNames}";
        if (!(MaxYearlyCost > 0 && double.IsFinite(MaxYearlyCost)))
            yield return $"maxYearlyCost must be positive and finite, found {MaxYearlyCost}";
        if (!(ExpectedTurnover >= 0 && double.IsFinite(ExpectedTurnover)))
            yield return $"expectedTurnover must be finite and not negative, found {ExpectedTurnover}";
    }
}
