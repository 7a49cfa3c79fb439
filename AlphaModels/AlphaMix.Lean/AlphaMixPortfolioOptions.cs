using AlphaMix.Core.Portfolios;
using QuantConnect.Algorithm.Framework.Portfolio;

namespace AlphaMix.Lean;

/// <summary>How <see cref="AlphaMixPortfolioConstructionModel"/> shares the portfolio among alpha models, and what limits it.</summary>
/// <remarks>
/// The positions of an <see cref="AlphaMixAlphaModel"/> are decided by its pool's portfolio rule, which it hands over: the rule's
/// parameters are not set here.
/// </remarks>
public sealed record AlphaMixPortfolioOptions
{
    /// <summary>
    /// Gets the most names held on each side of the mixed portfolio, long and short, by weight and then by confidence; 0, the default, sets
    /// no limit. For a mixture of alpha models: the number of names of a single pool is <see cref="AlphaMixAlphaModelOptions.TopK"/>.
    /// </summary>
    public int TopK { get; init; }

    /// <summary>
    /// Gets a value indicating whether, of the mixed portfolio, a name held stays until its rank by confidence leaves the first 2 *
    /// <see cref="TopK"/>; the names then share equally what the insights ask for. Needs <see cref="TopK"/>. Default false. A single pool
    /// has <see cref="AlphaMixAlphaModelOptions.HoldingBuffer"/>.
    /// </summary>
    public bool HoldingBuffer { get; init; }

    /// <summary>
    /// Gets the largest share of the portfolio that one rebalancing may replace, in (0, 1]: the larger of what is bought and what is sold.
    /// Every trade shrinks alike; what is left of a name that dropped out goes at the next rebalancings. Alone, a rank buffer exits fewer
    /// names instead, by the smaller of this limit and its pool's own. Default 1, no limit for a portfolio without shorts.
    /// </summary>
    public double MaxTurnover { get; init; } = 1;

    /// <summary>Gets the sides that may be held. Default <see cref="PortfolioBias.LongShort"/>.</summary>
    public PortfolioBias Bias { get; init; } = PortfolioBias.LongShort;

    /// <summary>
    /// Gets how several alpha models share the portfolio: <see cref="EqualMixture"/>, the default, <see cref="RecordMixture"/>,
    /// <see cref="LeaderMixture"/>, or one of your own. By name:
    /// <c>extensions.Get&lt;StrategyMixtureFactory&gt;("record")(Parameters.None)</c>.
    /// </summary>
    public IStrategyMixture Mixture { get; init; } = new EqualMixture();

    /// <summary>
    /// Gets a value indicating whether holdings that are there at the first rebalancing count as this model's, so that those without an
    /// insight are sold. For an algorithm that takes over an account and trades nothing else; after a restart, <see cref="StateKey"/> knows
    /// what this model bought. Default false.
    /// </summary>
    public bool AdoptHoldings { get; init; }

    /// <summary>
    /// Gets the ObjectStore key under which live trading keeps what a restart would lose: the alpha models' records and parts of the
    /// portfolio, and the names that this model bought, which it goes on managing. LEAN's keys may hold one dot only; two algorithms must
    /// not share one. A backtest neither reads nor writes it. Null, the default, keeps nothing.
    /// </summary>
    public string? StateKey { get; init; }

    /// <summary>Checks the options; the portfolio model does so when it is created.</summary>
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
        if (Mixture is null)
            faults.Add($"{nameof(Mixture)} must be set, found null");
        if (StateKey is not null && string.IsNullOrWhiteSpace(StateKey))
            faults.Add($"{nameof(StateKey)} must be null or a key, found blank");
        if (faults.Count > 0)
            throw new ArgumentException($"{nameof(AlphaMixPortfolioOptions)}: {string.Join("; ", faults)}.");
    }
}
