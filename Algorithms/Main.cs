using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Lean;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Orders.Fees;

namespace AlphaMix.Algorithms;

/// <summary>
/// The daily AlphaMix strategy: every day at the close, hold the names with the highest P(up) until the next day. The universe is the pool's.
/// </summary>
/// <remarks>
/// Parameters, all optional: <c>pool</c> (ObjectStore key), <c>top-k</c>, <c>router</c> (V, R, W or S), <c>short-leg</c>, <c>holding-buffer</c> (true or false),
/// <c>max-turnover</c> (0 to 1), <c>cost-per-order</c> (dollars; without it LEAN's fee model), <c>from</c>, <c>to</c> (yyyy-MM-dd), <c>cash</c>,
/// <c>allow-in-sample</c>, <c>scores</c> (ObjectStore key under which every day's P(up) is left as CSV).
/// </remarks>
public class AlphaMixStrategy : QCAlgorithm
{
    private ScoreLog? _scores;

    /// <summary>Reads the parameters, loads the pool and sets the models.</summary>
    public override void Initialize()
    {
        var pool = PoolStore.Read(this, GetParameter("pool", PoolStore.DefaultKey));
        SetStartDate(this.Day("from", pool.Manifest.FittedThrough.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        if (GetParameter("to", "").Length > 0)
            SetEndDate(this.Day("to", default));
        SetCash(GetParameter("cash", 1_000_000m));
        SetBenchmark(_ => 1m);
        UniverseSettings.Resolution = Resolution.Daily;

        var buffer = this.Flag("holding-buffer");
        var alpha = new AlphaMixAlphaModel(pool, new AlphaMixAlphaModelOptions
        {
            TopK = GetParameter("top-k", 0),
            Router = this.Choice("router", RouterKind.V),
            ShortLeg = this.Flag("short-leg"),
            HoldingBuffer = buffer,
            AllowInSample = this.Flag("allow-in-sample")
        });
        SetAlpha(alpha);
        SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions
        {
            TopK = GetParameter("top-k", 0) is > 0 and var topK ? topK : pool.Manifest.TopK,
            HoldingBuffer = buffer,
            MaxTurnover = GetParameter("max-turnover", 1.0)
        }));
        AddUniverse(pool, alpha.Resolution);

        if (GetParameter("scores", "") is { Length: > 0 } key)
        {
            _scores = new ScoreLog(key);
            alpha.Scored += (_, day) => _scores.Add(day);
        }
    }

    /// <summary>Leaves the scores in the ObjectStore.</summary>
    public override void OnEndOfAlgorithm() => _scores?.Save(this);

    private void AddUniverse(Pool pool, Resolution resolution)
    {
        var cost = GetParameter("cost-per-order", -1m);
        foreach (var ticker in pool.Manifest.Universe)
        {
            var security = AddEquity(ticker, resolution);
            if (cost >= 0)
                security.SetFeeModel(new ConstantFeeModel(cost));
        }
    }
}
