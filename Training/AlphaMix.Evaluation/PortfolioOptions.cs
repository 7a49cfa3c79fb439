using AlphaMix.Core.Pools;

namespace AlphaMix.Evaluation;

/// <summary>How scores become a daily portfolio, and what trading it costs.</summary>
public sealed record PortfolioOptions
{
    /// <summary>Gets the number of instruments held, at least 1. Default 4, as in the paper.</summary>
    public int TopK { get; init; } = 4;

    /// <summary>Gets the price of fills. Default <see cref="FillRule.Close"/>, as in the paper.</summary>
    public FillRule Fill { get; init; } = FillRule.Close;

    /// <summary>Gets the cost in basis points of the traded amount, per side (a round trip pays twice), in [0, 10000). Default 0.</summary>
    public double CostBps { get; init; }

    /// <summary>Gets the cost of one share, per side, in the currency of the prices as they were traded; not negative. Default 0.</summary>
    public double CostPerShare { get; init; }

    /// <summary>Gets a value indicating whether a held instrument stays until its rank leaves the first 2 * <see cref="TopK"/>. Default false.</summary>
    public bool HoldingBuffer { get; init; }

    /// <summary>Gets the slow rule that replaces the daily top k, or null. With one, <see cref="TopK"/> and the buffer do not matter.</summary>
    public TradingRule? Rule { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names all faults.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (TopK < 1)
            faults.Add($"{nameof(TopK)} must be at least 1, found {TopK}");
        if (!Enum.IsDefined(Fill))
            faults.Add($"{nameof(Fill)} must be {nameof(FillRule.Close)} or {nameof(FillRule.NextOpen)}, found {(int)Fill}");
        if (!(CostBps >= 0 && CostBps < 10_000))
            faults.Add($"{nameof(CostBps)} must lie in [0, 10000), found {CostBps}");
        if (!(CostPerShare >= 0 && double.IsFinite(CostPerShare)))
            faults.Add($"{nameof(CostPerShare)} must be finite and not negative, found {CostPerShare}");
        if (Rule is not null)
            faults.AddRange(Rule.Faults());
        if (faults.Count > 0)
            throw new ArgumentException($"Portfolio options: {string.Join("; ", faults)}.");
    }
}
