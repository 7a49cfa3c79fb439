using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;

namespace AlphaMix.Lean;

/// <summary>How <see cref="AlphaMixAlphaModel"/> uses a pool.</summary>
/// <remarks>
/// What is held is decided by the pool's portfolio rule. <see cref="TopK"/>, <see cref="ShortLeg"/> and <see cref="HoldingBuffer"/> change
/// the rule of the daily strategy (<see cref="DailyTopK"/>) and are refused for a pool with any other.
/// </remarks>
public sealed record AlphaMixAlphaModelOptions
{
    /// <summary>
    /// Gets the router that mixes the pool's experts; the pool must have it, in any case. Default <see cref="RouterNames.Average"/>.
    /// </summary>
    public string Router { get; init; } = RouterNames.Average;

    /// <summary>
    /// Gets the number of names that the daily strategy holds on each side; 0, the default, takes the number that the pool was validated
    /// with.
    /// </summary>
    public int TopK { get; init; }

    /// <summary>
    /// Gets a value indicating whether the daily strategy sells as many names with the lowest scores short, half of the portfolio a side.
    /// Default false.
    /// </summary>
    public bool ShortLeg { get; init; }

    /// <summary>
    /// Gets a value indicating whether a name that the daily strategy holds stays until its rank leaves the first 2k. Default false.
    /// </summary>
    public bool HoldingBuffer { get; init; }

    /// <summary>
    /// Gets a value indicating whether only securities that the pool was trained on are scored; others, a hedge or a benchmark, are left
    /// alone whatever their resolution. Default false: every equity and crypto pair of the algorithm is scored.
    /// </summary>
    public bool PoolUniverseOnly { get; init; }

    /// <summary>
    /// Gets the expected cost of a trade in basis points of its value, each side: a rule may fall back to 1/N when its turnover costs more
    /// a year than it allows. Not negative; default 5.
    /// </summary>
    public double CostBps { get; init; } = 5;

    /// <summary>
    /// Gets a value indicating whether a backtest may start on or before the date of the last price that entered a fit; its figures are
    /// then no evidence. Default false: such a backtest ends with an error. Live trading is not checked.
    /// </summary>
    public bool AllowInSample { get; init; }

    /// <summary>
    /// Gets a value indicating whether live trading looks once a day, before it decides, whether the pool or index in the ObjectStore was
    /// replaced: a new pool trades at once, an index adds those with later days, and one that cannot be used is logged and left alone. The
    /// new pool must fit the first as dated pools do (<see cref="PoolTimeline"/>); names that only it knows are not subscribed. Needs a model
    /// created with a key; a backtest reads its pool once. Default false.
    /// </summary>
    public bool ReloadPool { get; init; }

    /// <summary>
    /// Gets portfolio rules, routers, feature functions and so on by name, for pools that use your own. Used where the pool is read; null,
    /// the default, for this library's own (<see cref="AlphaMix.Core.BuiltIn.Extensions"/>).
    /// </summary>
    public ExtensionSet? Extensions { get; init; }

    /// <summary>Checks the options against a pool; the alpha model does so for each of its pools.</summary>
    /// <param name="pool">The pool that they are for.</param>
    /// <exception cref="ArgumentException">One or more faults; the message names all of them.</exception>
    public void Validate(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var faults = new List<string>();
        if (RouterNames.Find(Router, pool.Routers) is null)
            faults.Add($"{nameof(Router)}: this pool has {string.Join(", ", pool.Routers)}, found {Router}");
        if (TopK < 0)
            faults.Add($"{nameof(TopK)} must not be negative, found {TopK}");
        if (!(CostBps >= 0 && double.IsFinite(CostBps)))
            faults.Add($"{nameof(CostBps)} must be finite and not negative, found {CostBps}");
        if (pool.Manifest.Rule is not DailyTopK && (TopK > 0 || ShortLeg || HoldingBuffer))
            faults.Add(
                $"{nameof(TopK)}, {nameof(ShortLeg)} and {nameof(HoldingBuffer)}: the pool's portfolio rule {pool.Manifest.Rule.Name} "
                + "decides what is held, so that they cannot be set");
        if (faults.Count > 0)
            throw new ArgumentException($"{nameof(AlphaMixAlphaModelOptions)}: {string.Join("; ", faults)}.");
    }

    /// <summary>Returns the rule that trades a pool: its own, the daily strategy's with these options.</summary>
    internal IPortfolioRule RuleOf(Pool pool) => pool.Manifest.Rule is DailyTopK daily
        ? daily with
        {
            TopK = TopK > 0 ? TopK : daily.TopK,
            Buffer = daily.Buffer || HoldingBuffer,
            LongShort = daily.LongShort || ShortLeg
        }
        : pool.Manifest.Rule;
}
