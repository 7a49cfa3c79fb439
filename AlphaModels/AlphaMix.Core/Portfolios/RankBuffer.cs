using System.Globalization;
using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// The low-turnover rule: k names enter from the top of the averaged ranking, one that is held stays until its rank leaves the first 2k,
/// freed cash goes to the names that enter, and nothing else is traded.
/// </summary>
/// <remarks>
/// A held name without a bar keeps its place and is not traded; one with a bar and no score is sold. On days with too few names, or when
/// trading would cost too much a year, the portfolio is 1/N instead (<see cref="Fallback"/>), not rebalanced; the whole portfolio is
/// rebuilt when that begins or ends.
/// </remarks>
public sealed record RankBuffer : IPortfolioRule
{
    /// <summary>The name under which the rule is registered.</summary>
    public const string RuleName = "rankBuffer";

    /// <inheritdoc/>
    public string Name => RuleName;

    /// <summary>Gets the span of the exponential average over daily scores, in [1, 250] days. Default 10.</summary>
    public int ScoreDays { get; init; } = 10;

    /// <summary>Gets the least number of names held on each side, at least 1. Default 4.</summary>
    public int MinPositions { get; init; } = 4;

    /// <summary>Gets the fraction of the scored names that is held on each side, in (0, 1]. Default 0.25.</summary>
    public double HoldFraction { get; init; } = 0.25;

    /// <summary>
    /// Gets the largest share of the portfolio that one day's exits may free, in (0, 1]; one name may always exit. Default 1, no limit.
    /// </summary>
    public double MaxTurnover { get; init; } = 1;

    /// <summary>
    /// Gets a value indicating whether the lowest names are sold short, as many, half of the portfolio a side. Default false.
    /// </summary>
    public bool LongShort { get; init; }

    /// <summary>Gets the number of scored names below which the portfolio is 1/N, at least 2. Default 40.</summary>
    public int MinUniverse { get; init; } = 40;

    /// <summary>
    /// Gets the expected cost a year, as a fraction of the portfolio, above which the portfolio is 1/N; positive. Default 0.05.
    /// </summary>
    public double MaxYearlyCost { get; init; } = 0.05;

    /// <summary>
    /// Gets the mean share of the portfolio replaced a day over the validation span, from which costs are expected. Not negative; default
    /// 0.
    /// </summary>
    public double ExpectedTurnover { get; init; }

    /// <inheritdoc/>
    public Parameters Parameters => Parameters.None
        .With("scoreDays", ScoreDays)
        .With("minPositions", MinPositions)
        .With("holdFraction", HoldFraction)
        .With("maxTurnover", MaxTurnover)
        .With("longShort", LongShort)
        .With("minUniverse", MinUniverse)
        .With("maxYearlyCost", MaxYearlyCost)
        .With("expectedTurnover", ExpectedTurnover);

    /// <summary>Creates the rule from its parameters, named as its properties; a missing one takes its default.</summary>
    /// <param name="parameters">The parameters, such as those of a configuration's <c>portfolio.parameters</c>.</param>
    /// <exception cref="ArgumentException">A parameter is unknown, of the wrong kind, or out of its range.</exception>
    public static RankBuffer Create(Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireKnown(
            "scoreDays", "minPositions", "holdFraction", "maxTurnover", "longShort", "minUniverse", "maxYearlyCost", "expectedTurnover");
        var standard = new RankBuffer();
        var rule = new RankBuffer
        {
            ScoreDays = parameters.Whole("scoreDays", standard.ScoreDays),
            MinPositions = parameters.Whole("minPositions", standard.MinPositions),
            HoldFraction = parameters.Number("holdFraction", standard.HoldFraction),
            MaxTurnover = parameters.Number("maxTurnover", standard.MaxTurnover),
            LongShort = parameters.Flag("longShort", standard.LongShort),
            MinUniverse = parameters.Whole("minUniverse", standard.MinUniverse),
            MaxYearlyCost = parameters.Number("maxYearlyCost", standard.MaxYearlyCost),
            ExpectedTurnover = parameters.Number("expectedTurnover", standard.ExpectedTurnover)
        };
        string[] faults = [.. rule.Faults()];
        return faults.Length == 0 ? rule : throw new ArgumentException($"{string.Join("; ", faults)}.", nameof(parameters));
    }

    /// <inheritdoc/>
    /// <remarks>k is the fraction of the scored names, at least the minimum, and at most all of them (half of them with a short
    /// side).</remarks>
    public int Positions(int scored) =>
        Math.Min(Math.Max(MinPositions, (int)Math.Floor(scored * HoldFraction + 1e-9)), LongShort ? scored / 2 : scored);

    /// <summary>
    /// Returns the expected cost a year as a fraction of the portfolio: buying and selling <see cref="ExpectedTurnover"/> every trading
    /// day.
    /// </summary>
    /// <param name="costBps">Cost of a trade in basis points of its value, each side.</param>
    public double ExpectedYearlyCost(double costBps) => TradingYear.Days * 2 * ExpectedTurnover * costBps / 10_000;

    /// <inheritdoc/>
    public string? Fallback(int scored, double costBps) =>
        scored < MinUniverse ? FormattableString.Invariant($"{scored} names are scored, fewer than {MinUniverse}")
        : ExpectedYearlyCost(costBps) > MaxYearlyCost
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the expected cost is {100 * ExpectedYearlyCost(costBps):0.0} % a year ({100 * ExpectedTurnover:0.0} % replaced a day "
                    + $"at {costBps} bp a side), above {100 * MaxYearlyCost:0.0} %")
            : null;

    /// <inheritdoc/>
    public void Decide(scoped in PortfolioDay day, PortfolioTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (LongShort)
            (targets.LongExposure, targets.ShortExposure) = (0.5, 0.5);
        HoldingRule.Apply(day, day.Ranking, Positions(day.Ranking.Length), LongShort, MaxTurnover, targets);
    }

    /// <summary>Returns every fault of the parameters, none when the rule can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (ScoreDays is < 1 or > 250)
            yield return $"scoreDays must be in [1, 250], found {ScoreDays}";
        if (MinPositions < 1)
            yield return $"minPositions must be at least 1, found {MinPositions}";
        if (!(HoldFraction is > 0 and <= 1))
            yield return FormattableString.Invariant($"holdFraction must lie in (0, 1], found {HoldFraction}");
        if (!(MaxTurnover is > 0 and <= 1))
            yield return FormattableString.Invariant($"maxTurnover must lie in (0, 1], found {MaxTurnover}");
        if (MinUniverse < 2)
            yield return $"minUniverse must be at least 2, found {MinUniverse}";
        if (!(MaxYearlyCost > 0 && double.IsFinite(MaxYearlyCost)))
            yield return FormattableString.Invariant($"maxYearlyCost must be positive and finite, found {MaxYearlyCost}");
        if (!(ExpectedTurnover >= 0 && double.IsFinite(ExpectedTurnover)))
            yield return FormattableString.Invariant($"expectedTurnover must be finite and not negative, found {ExpectedTurnover}");
    }
}
