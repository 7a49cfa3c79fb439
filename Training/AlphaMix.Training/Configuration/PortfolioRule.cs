using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Configuration;

/// <summary>
/// The portfolio rule. <see cref="TopK"/> turns probabilities into validation profit, daily top-k, equal weight, no costs (paper, section 3.1); the others
/// make the <see cref="TradingRule"/> of a slow portfolio, which the artifact carries.
/// </summary>
public sealed record PortfolioRule
{
    private static readonly TradingRule Defaults = new();

    /// <summary>Gets how scores become a portfolio. Default daily.</summary>
    public PortfolioKind Kind { get; init; } = PortfolioKind.Daily;

    /// <summary>Gets the number of names held by the daily strategy (the paper's k). Default 4.</summary>
    public int TopK { get; init; } = 4;

    /// <summary>Gets <see cref="TradingRule.PriorWeight"/>. Default 0.5.</summary>
    public double PriorWeight { get; init; } = Defaults.PriorWeight;

    /// <summary>Gets <see cref="TradingRule.ScoreDays"/>. Default 10.</summary>
    public int ScoreDays { get; init; } = Defaults.ScoreDays;

    /// <summary>Gets <see cref="TradingRule.FewestHeld"/>. Default 4.</summary>
    public int FewestHeld { get; init; } = Defaults.FewestHeld;

    /// <summary>Gets <see cref="TradingRule.HeldOneIn"/>. Default 4.</summary>
    public int HeldOneIn { get; init; } = Defaults.HeldOneIn;

    /// <summary>Gets <see cref="TradingRule.MaxTurnover"/>. Default 1, no limit.</summary>
    public double MaxTurnover { get; init; } = Defaults.MaxTurnover;

    /// <summary>Gets <see cref="TradingRule.LongShort"/>. Default false.</summary>
    public bool LongShort { get; init; } = Defaults.LongShort;

    /// <summary>Gets <see cref="TradingRule.FewestNames"/>. Default 40.</summary>
    public int FewestNames { get; init; } = Defaults.FewestNames;

    /// <summary>Gets <see cref="TradingRule.MaxYearlyCost"/>. Default 0.05.</summary>
    public double MaxYearlyCost { get; init; } = Defaults.MaxYearlyCost;

    /// <summary>Gives the rule of a slow portfolio, its expected turnover not known yet; null for the daily one.</summary>
    public TradingRule? Trading() => Kind == PortfolioKind.Daily ? null : new TradingRule
    {
        PriorWeight = PriorWeight,
        ScoreDays = ScoreDays,
        FewestHeld = FewestHeld,
        HeldOneIn = HeldOneIn,
        MaxTurnover = MaxTurnover,
        LongShort = LongShort,
        FewestNames = FewestNames,
        MaxYearlyCost = MaxYearlyCost
    };

    /// <summary>Names every fault.</summary>
    public IEnumerable<string> Faults()
    {
        if (TopK < 1)
            yield return $"portfolio.topK must be at least 1, found {TopK}";
        foreach (var fault in Trading()?.Faults() ?? [])
            yield return $"portfolio.{fault}";
    }
}
