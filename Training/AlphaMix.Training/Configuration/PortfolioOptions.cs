using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Training.Configuration;

/// <summary>
/// The portfolio rule. <see cref="TopK"/> turns probabilities into validation profit (daily top k, equal weights, no costs: paper, section
/// 3.1); the rule itself goes into the artifact and trades the pool, in evaluations and in LEAN.
/// </summary>
public sealed record PortfolioOptions
{
    private const double RankBufferPriorWeight = 0.5;

    /// <summary>
    /// Gets the name of the rule: <c>dailyTopK</c>, <c>rankBuffer</c>, <c>equalWeight</c>, or one of an extension. Default dailyTopK.
    /// </summary>
    public string Rule { get; init; } = DailyTopK.RuleName;

    /// <summary>Gets the number of names held by the daily strategy (the paper's k), at least 1. Default 4.</summary>
    public int TopK { get; init; } = 4;

    /// <summary>
    /// Gets the share of the reversal prior in the score, in [0, 1]; the rest is the pool's, both as ranks. Null, the default, takes 0.5
    /// with the rank buffer and P(up) itself with any other rule. Above 0 the features must have the prior's horizons.
    /// </summary>
    public double? PriorWeight { get; init; }

    /// <summary>Gets the rule's own parameters; one that is left out has its default.</summary>
    public Parameters Parameters { get; init; } = Parameters.None;

    /// <summary>Returns the share of the prior that the artifact carries: null where the score is P(up) itself.</summary>
    public double? ScorePriorWeight() => PriorWeight ?? (Rule == RankBuffer.RuleName ? RankBufferPriorWeight : null);

    /// <summary>Creates the rule; its expected turnover is not known yet.</summary>
    /// <param name="extensions">What its name stands for.</param>
    /// <exception cref="UnknownExtensionException">There is no rule of the name.</exception>
    /// <exception cref="ArgumentException">A parameter is unknown or cannot be used.</exception>
    public IPortfolioRule CreateRule(ExtensionSet extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        var isDaily = Rule == DailyTopK.RuleName;
        return extensions.Get<PortfolioRuleFactory>(Rule)(isDaily ? Parameters.With("topK", TopK) : Parameters);
    }

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults(ExtensionSet extensions)
    {
        if (TopK < 1)
            yield return $"portfolio.topK must be at least 1, found {TopK}";
        if (PriorWeight is { } share && !(share is >= 0 and <= 1))
            yield return $"portfolio.priorWeight must lie in [0, 1], found {share}";
        if (RuleFault(extensions) is { } fault)
            yield return fault;
    }

    private string? RuleFault(ExtensionSet extensions)
    {
        try
        {
            CreateRule(extensions);
            return null;
        }
        catch (UnknownExtensionException fault)
        {
            return $"portfolio.rule: {fault.Message.TrimEnd('.')}";
        }
        catch (ArgumentException fault)
        {
            return $"portfolio.parameters: {fault.Message.TrimEnd('.')}";
        }
    }
}
