using QuantConnect.Algorithm.Framework.Portfolio;

namespace AlphaMix.Lean;

/// <summary>How <see cref="AlphaMixPortfolioConstructionModel"/> turns insights into target weights.</summary>
public sealed record AlphaMixPortfolioOptions
{
    /// <summary>Gets the most names held on each side, long and short; 0, the default, sets no limit.</summary>
    public int TopK { get; init; }

    /// <summary>
    /// Gets a value indicating whether a name held stays until its rank by confidence leaves the first 2 * <see cref="TopK"/>; the names then share
    /// equally what the insights give. Needs <see cref="TopK"/>, and <see cref="AlphaMixAlphaModelOptions.HoldingBuffer"/> to tell of that many names. Default false.
    /// </summary>
    public bool HoldingBuffer { get; init; }

    /// <summary>
    /// Gets the largest share of the portfolio that one rebalancing may replace, in (0, 1]: the larger of what is bought and what is sold. Every trade
    /// shrinks alike; what is left of a name that dropped out goes at the next rebalancings. Default 1, no limit for a portfolio without shorts.
    /// </summary>
    public double MaxTurnover { get; init; } = 1;

    /// <summary>
    /// Gets a value indicating whether names that stay are not traded: what a name that leaves frees goes to the names that enter, in equal parts, and nothing is
    /// made equal again. For a pool with a trading rule: its insights say who may enter (a weight) and who may stay (weight 0), and a name that is held
    /// stays while it is among the first 2k. <see cref="MaxTurnover"/> then limits what a day's sales free; <see cref="TopK"/> and <see cref="HoldingBuffer"/> do not
    /// matter. Default false.
    /// </summary>
    public bool Slow { get; init; }

    /// <summary>Gets the sides that may be held. Default <see cref="PortfolioBias.LongShort"/>.</summary>
    public PortfolioBias Bias { get; init; } = PortfolioBias.LongShort;

    /// <summary>Gets how several alpha models share the portfolio. Default <see cref="SourceMixture.Equal"/>.</summary>
    public SourceMixture Mixture { get; init; } = SourceMixture.Equal;

    /// <summary>Gets the days after which a past return counts half in an alpha model's record, positive. Calendar days; default 91, a quarter of a year.</summary>
    public double RecordHalfLifeDays { get; init; } = 91;

    /// <summary>Gets how strongly shares follow records with <see cref="SourceMixture.Record"/>: shares are softmax(sharpness * return / volatility). Not negative; default 1.</summary>
    public double RecordSharpness { get; init; } = 1;

    /// <summary>
    /// Gets a value indicating whether holdings that are there at the first rebalancing count as this model's, so that those without an insight are sold.
    /// For a live restart of an algorithm that trades nothing else. Default false.
    /// </summary>
    public bool AdoptHoldings { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One or more faults; the message names all of them.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (TopK < 0)
            faults.Add($"{nameof(TopK)} must not be negative, found {TopK}");
        if (HoldingBuffer && TopK == 0)
            faults.Add($"{nameof(HoldingBuffer)} needs {nameof(TopK)}, found {TopK}");
        if (!(MaxTurnover is > 0 and <= 1))
            faults.Add($"{nameof(MaxTurnover)} must lie in (0, 1], found {MaxTurnover}");
        if (!Enum.IsDefined(Mixture))
            faults.Add($"{nameof(Mixture)} must be one of {string.Join(", ", Enum.GetNames<SourceMixture>())}, found {(int)Mixture}");
        if (!(RecordHalfLifeDays > 0 && double.IsFinite(RecordHalfLifeDays)))
            faults.Add($"{nameof(RecordHalfLifeDays)} must be positive and finite, found {RecordHalfLifeDays}");
        if (!(RecordSharpness >= 0 && double.IsFinite(RecordSharpness)))
            faults.Add($"{nameof(RecordSharpness)} must be finite and not negative, found {RecordSharpness}");
        if (faults.Count > 0)
            throw new ArgumentException($"{nameof(AlphaMixPortfolioOptions)}: {string.Join("; ", faults)}.");
    }
}
