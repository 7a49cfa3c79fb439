using AlphaMix.Algorithms;
using AlphaMix.Core.Pools;
using AlphaMix.Lean;
using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Retraining;

/// <summary>
/// Trains its own pools: one before the start, and a new one at the beginning of every so many months, each on the history up to then.
/// Nothing has to be prepared, and no pool trades a day that entered its fit.
/// </summary>
/// <remarks>
/// <para>Parameters, all optional: <c>tickers</c> (at least 40, separated by semicolons; without it the universe of the pool or index under
/// <c>pool</c>), <c>months</c> between two trainings (12), <c>history-days</c> (1250), <c>seed</c>, <c>from</c>, <c>to</c> (yyyy-MM-dd),
/// <c>cash</c>, <c>cost-model</c> (name and parameters, such as <c>proportional,bps=5</c>, charged as slippage in place of LEAN's fees),
/// <c>extension</c> (assemblies with cost models of your own, separated by semicolons), <c>cost-per-order</c> (dollars; without either
/// LEAN's fee model), <c>cost-bps</c> (expected cost a side, above which the rule falls back to 1/N; by default that of the cost model),
/// <c>max-turnover</c> (0 to 1, tightens the rule's own), <c>scores</c> (ObjectStore key of a CSV of all scores), <c>state</c> (ObjectStore key under
/// which live trading keeps what a restart would lose).</para>
/// <para>A training of 90 names over five years takes a second or two of one core, far below what LEAN allows: 20 minutes for one time
/// step, and a training budget of 120 minutes that refills by 18 a day. Live, LEAN trains on another thread while the old pool goes on; the
/// new one is swapped in whole at the next close.</para>
/// </remarks>
public class RetrainingStrategy : QCAlgorithm
{
    private ScoreLog? _scores;

    /// <summary>Trains the first pool, sets the models and plans the trainings.</summary>
    public override void Initialize()
    {
        this.RequireKnown(
            "tickers", "pool", "months", "history-days", "seed", "from", "to", "cash", "extension", "cost-model", "cost-per-order",
            "cost-bps", "max-turnover", "scores", "state");
        SetStartDate(this.Day("from", new DateTime(2016, 9, 1)));
        SetEndDate(this.Day("to", new DateTime(2017, 9, 1)));
        SetCash(this.Number("cash", 1_000_000m));
        SetBenchmark(_ => 1m);
        UniverseSettings.Resolution = Resolution.Daily;
        var costs = new AlgorithmCosts(this, this.Extensions());
        var symbols = Tickers().Select(ticker => AddSecurity(ticker, costs)).ToArray();

        var retrainer = new PoolRetrainer(symbols, this.Number("history-days", 1250), this.Number("seed", 1L));
        var pools = new PoolTimeline([new(DateOnly.FromDateTime(StartDate), retrainer.Train(this))]);
        var alpha = new AlphaMixAlphaModel(pools, new AlphaMixAlphaModelOptions { CostBps = costs.ExpectedBps });
        SetAlpha(alpha);
        SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions
        {
            MaxTurnover = this.Number("max-turnover", 1.0),
            StateKey = this.StateKey()
        }));

        var months = this.Number("months", 12);
        Train(DateRules.MonthStart(symbols[0]), TimeRules.Midnight, () => Retrain(retrainer, pools, months));
        if (GetParameter("scores", "") is { Length: > 0 } key)
        {
            _scores = new ScoreLog(key);
            alpha.Scored += (_, day) => _scores.Add(day);
        }
    }

    /// <summary>Leaves the scores in the ObjectStore.</summary>
    public override void OnEndOfAlgorithm() => _scores?.Save(this);

    private void Retrain(PoolRetrainer retrainer, PoolTimeline pools, int months)
    {
        var today = DateOnly.FromDateTime(Time);
        var last = pools.LastFrom;
        if (12 * (today.Year - last.Year) + today.Month - last.Month < months)
            return;
        var pool = retrainer.Train(this);
        pools.Add(today, pool);
        Log($"RetrainingStrategy: a pool fitted through {pool.Manifest.FittedThrough:yyyy-MM-dd} trades from {today:yyyy-MM-dd}.");
    }

    private string[] Tickers()
    {
        var tickers = this.Tickers("");
        return tickers.Length > 0
            ? tickers
            : [.. PoolStore.ReadTimeline(this, GetParameter("pool", PoolStore.DefaultIndexKey)).Pools.SelectMany(
                pool => pool.Manifest.Universe).Distinct().Order(StringComparer.Ordinal)];
    }

    private Symbol AddSecurity(string ticker, AlgorithmCosts costs)
    {
        var security = AddEquity(ticker, Resolution.Daily);
        costs.Apply(security);
        return security.Symbol;
    }
}
