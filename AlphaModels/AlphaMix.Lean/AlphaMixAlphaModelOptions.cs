using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Lean;

/// <summary>How <see cref="AlphaMixAlphaModel"/> turns a pool into insights.</summary>
public sealed record AlphaMixAlphaModelOptions
{
    /// <summary>Gets the router that mixes the pool's experts; the pool must have it. Default <see cref="RouterNames.Average"/>.</summary>
    public string Router { get; init; } = RouterNames.Average;

    /// <summary>Gets the number of names picked a day; 0, the default, takes the number that the pool was validated with.</summary>
    public int TopK { get; init; }

    /// <summary>Gets a value indicating whether the names with the lowest P(up), as many, are told to fall. Default false.</summary>
    public bool ShortLeg { get; init; }

    /// <summary>
    /// Gets a value indicating whether the next <see cref="TopK"/> names are told as well, with weight 0, so that
    /// <see cref="AlphaMixPortfolioOptions.HoldingBuffer"/> can keep a name until its rank leaves 2k. Default false.
    /// </summary>
    public bool HoldingBuffer { get; init; }

    /// <summary>
    /// Gets a value indicating whether only securities that the pool was trained on are scored; others, a hedge or a benchmark, are left alone
    /// whatever their resolution. Default false: every equity and crypto pair of the algorithm is scored.
    /// </summary>
    public bool PoolUniverseOnly { get; init; }

    /// <summary>
    /// Gets the cost of a trade that is expected, in basis points of its value, each side: a pool with a trading rule falls back to 1/N when its turnover costs
    /// more a year than the rule allows. Not negative; default 5.
    /// </summary>
    public double CostBps { get; init; } = 5;

    /// <summary>Gets a value indicating whether a backtest may start before the last price that entered a fit. Default false: such a backtest ends with an error.</summary>
    public bool AllowInSample { get; init; }

    /// <summary>Checks the options.</summary>
    /// <param name="pool">The pool they are for.</param>
    /// <exception cref="ArgumentException">One or more faults; the message names all of them.</exception>
    public void Validate(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var faults = new List<string>();
        if (!pool.Routers.Contains(Router))
            faults.Add($"{nameof(Router)}: this pool has {string.Join(", ", pool.Routers)}, found {Router}");
        if (TopK < 0)
            faults.Add($"{nameof(TopK)} must not be negative, found {TopK}");
        if (!(CostBps >= 0 && double.IsFinite(CostBps)))
            faults.Add($"{nameof(CostBps)} must be finite and not negative, found {CostBps}");
        if (pool.Manifest.TradingRule is not null && (TopK > 0 || ShortLeg || HoldingBuffer))
            faults.Add($"{nameof(TopK)}, {nameof(ShortLeg)} and {nameof(HoldingBuffer)}: the pool's trading rule says what is held, so that they cannot be set");
        if (faults.Count > 0)
            throw new ArgumentException($"{nameof(AlphaMixAlphaModelOptions)}: {string.Join("; ", faults)}.");
    }
}
