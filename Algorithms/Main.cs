using AlphaMix.Core.Routers;
using AlphaMix.Lean;
using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Algorithms;

/// <summary>
/// The AlphaMix strategy: every day at the close the pool ranks its universe, and the portfolio rule that was evaluated with it trades: the
/// daily top k, a rank buffer (profile practical), or one of your own. The universe is the pool's, or that of all dated pools together.
/// </summary>
/// <remarks>
/// Parameters, all optional: <c>pool</c> (ObjectStore key of a pool, or of an index of dated pools), <c>extension</c> (assemblies with
/// what the pool needs of your own, separated by semicolons), <c>router</c> (V, R, W, S or one of your own); for the daily strategy
/// <c>top-k</c>, <c>short-leg</c>, <c>holding-buffer</c> (true or false); <c>max-turnover</c> (0 to 1), <c>cost-model</c> (name and
/// parameters, such as <c>proportional,bps=5</c>, charged as slippage in place of LEAN's fees), <c>cost-per-order</c> (dollars; without
/// either LEAN's fee model), <c>cost-bps</c> (expected cost a side, above which a rule may fall back to 1/N; by default that of the cost
/// model), <c>from</c>, <c>to</c> (yyyy-MM-dd), <c>cash</c>, <c>allow-in-sample</c>, <c>scores</c> (ObjectStore key under which every
/// day's P(up) is left as CSV), <c>market</c> (usa, or sse for Shanghai, which needs a cost model or a cost per order), <c>journal</c>
/// (ObjectStore key of a journal of predictions to begin or continue), <c>state</c> (ObjectStore key under which live trading keeps what a
/// restart would lose; by default <c>alphamix/AlphaMixStrategy-state.json</c>). Live, a pool that
/// was replaced is read anew before the next decision.
/// </remarks>
public class AlphaMixStrategy : QCAlgorithm
{
    private ScoreLog? _scores;
    private PredictionJournal? _journal;

    /// <summary>Reads the parameters, loads the pool and sets the models.</summary>
    public override void Initialize()
    {
        this.RequireKnown(
            "pool", "extension", "router", "top-k", "short-leg", "holding-buffer", "max-turnover", "cost-model", "cost-per-order",
            "cost-bps", "from", "to", "cash", "allow-in-sample", "scores", "market", "journal", "state");
        var market = AlphaMixMarket.Register(this, GetParameter("market", Market.USA));
        var extensions = this.Extensions();
        var costs = new AlgorithmCosts(this, extensions, market);
        var alpha = new AlphaMixAlphaModel(
            this,
            new AlphaMixAlphaModelOptions
            {
                TopK = this.Number("top-k", 0),
                Router = GetParameter("router", RouterNames.Average),
                ShortLeg = this.Flag("short-leg"),
                HoldingBuffer = this.Flag("holding-buffer"),
                CostBps = costs.ExpectedBps,
                AllowInSample = this.Flag("allow-in-sample"),
                Extensions = extensions,
                ReloadPool = true
            },
            GetParameter("pool", PoolStore.DefaultKey));
        var pools = alpha.Timeline;
        SetStartDate(this.Day("from", pools.From.ToDateTime(TimeOnly.MinValue)));
        if (GetParameter("to", "").Length > 0)
            SetEndDate(this.Day("to", default));
        SetCash(this.Number("cash", 1_000_000m));
        SetBenchmark(_ => 1m);
        UniverseSettings.Resolution = Resolution.Daily;

        SetAlpha(alpha);
        SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions
        {
            MaxTurnover = this.Number("max-turnover", 1.0),
            StateKey = this.StateKey()
        }));
        foreach (var ticker in pools.Pools.SelectMany(pool => pool.Manifest.Universe).Distinct().Order(StringComparer.Ordinal))
            costs.Apply(AddEquity(ticker, alpha.Resolution, market));

        if (GetParameter("scores", "") is { Length: > 0 } key)
        {
            _scores = new ScoreLog(key);
            alpha.Scored += (_, day) => _scores.Add(day);
        }

        if (GetParameter("journal", "") is { Length: > 0 } journal)
            _journal = new PredictionJournal(this, alpha, journal);
    }

    /// <summary>Leaves the scores and the journal in the ObjectStore.</summary>
    public override void OnEndOfAlgorithm()
    {
        _scores?.Save(this);
        _journal?.Save();
    }
}
