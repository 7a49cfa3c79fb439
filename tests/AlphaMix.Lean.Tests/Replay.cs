using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Lean.Signals;
using AlphaMix.Training.Data.Simulation;
using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Data;
using QuantConnect.Data.Market;
using QuantConnect.Securities;
using Bar = AlphaMix.Core.Features.Bar;

namespace AlphaMix.Lean.Tests;

/// <summary>Plays price series to an alpha model as LEAN would: history on demand, then slice after slice.</summary>
internal sealed class Replay
{
    private readonly Dictionary<string, (Security Security, TradeBar[] Bars)> _market = new(StringComparer.Ordinal);
    private readonly Resolution _resolution;

    public Replay(IReadOnlyList<BarSeries> series, Pool pool, AlphaMixAlphaModelOptions? options = null, bool warmingUp = false, bool live = false)
        : this(series, new PoolTimeline([new(pool.Manifest.FittedThrough.AddDays(1), pool)]), options, warmingUp, live)
    {
    }

    public Replay(IReadOnlyList<BarSeries> series, PoolTimeline pools, AlphaMixAlphaModelOptions? options = null, bool warmingUp = false, bool live = false)
        : this(series, new LeanWorld(isWarmingUp: warmingUp), new AlphaMixAlphaModel(pools, options), live)
    {
    }

    public Replay(IReadOnlyList<BarSeries> series, LeanWorld world, AlphaMixAlphaModel model, bool live = false)
    {
        World = world;
        _resolution = series[0].Resolution == BarResolution.Daily ? Resolution.Daily : Resolution.Hour;
        Model = Feed(model);
        Model.IsLive = _ => live;
        foreach (var each in series)
        {
            var security = World.Add(each.Instrument, resolution: _resolution);
            _market.Add(each.Instrument, (security, Array.ConvertAll(each.Bars.ToArray(), bar => ToTradeBar(security.Symbol, bar))));
        }
    }

    public LeanWorld World { get; }

    public AlphaMixAlphaModel Model { get; }

    /// <summary>Gets the symbols of each history call so far.</summary>
    public List<IReadOnlyList<Symbol>> HistoryCalls { get; } = [];

    public Security this[string instrument] => _market[instrument].Security;

    public IReadOnlyCollection<Security> Securities => [.. _market.Values.Select(entry => entry.Security)];

    /// <summary>Gives a simulated market with prices that LEAN's decimals hold to the bit.</summary>
    public static IReadOnlyList<BarSeries> Market(int instruments, BarResolution resolution = BarResolution.Daily, double haltProbability = 0.01, DateOnly? from = null) =>
    [
        .. MarketSimulator.Generate(new MarketSimulatorOptions
        {
            Instruments = instruments,
            From = from ?? new DateOnly(2019, 6, 3),
            To = new DateOnly(2020, 3, 31),
            Resolution = resolution,
            HaltProbability = haltProbability,
            ZeroVolumeProbability = haltProbability,
            Sectors = 2
        }).Select(each => new BarSeries(each.Instrument, each.Resolution, Array.ConvertAll(each.Bars.ToArray(), Exact)))
    ];

    /// <summary>Records P(up) of every security on every day that the model scores from now on.</summary>
    public Dictionary<(DateOnly Day, string Instrument), double> RecordProbabilities()
    {
        var recorded = new Dictionary<(DateOnly, string), double>();
        Model.Scored += (_, day) =>
        {
            foreach (var score in day.Ranking)
                recorded.Add((DateOnly.FromDateTime(day.Day), score.Symbol.ID.Symbol), score.ProbabilityUp);
        };
        return recorded;
    }

    /// <summary>Gives a model the replay's history and market hours.</summary>
    public AlphaMixAlphaModel Feed(AlphaMixAlphaModel model)
    {
        model.ReadHistory = (_, symbols, bars) => History(symbols, bars);
        model.Clock = new ClosesAtFour();
        return model;
    }

    public void Add(DateTime utc, params Security[] securities)
    {
        World.SetTime(utc);
        Model.OnSecuritiesChanged(World.Algorithm, LeanWorld.Added(securities));
    }

    public void Remove(DateTime utc, params Security[] securities)
    {
        World.SetTime(utc);
        Model.OnSecuritiesChanged(World.Algorithm, LeanWorld.Removed(securities));
    }

    /// <summary>Plays the slices that end in (<paramref name="from"/>, <paramref name="to"/>].</summary>
    public List<Insight> Play(DateTime from, DateTime to)
    {
        var insights = new List<Insight>();
        foreach (var slice in Slices(from, to))
            insights.AddRange(World.Accept(Model.Update(World.Algorithm, World.Slice(slice.Key, slice))));
        return insights;
    }

    /// <summary>Gives the bars that end in (<paramref name="from"/>, <paramref name="to"/>], by that time.</summary>
    public IEnumerable<IGrouping<DateTime, TradeBar>> Slices(DateTime from, DateTime to) => _market.Values.SelectMany(entry => entry.Bars)
        .Where(bar => bar.EndTime > from && bar.EndTime <= to)
        .GroupBy(bar => bar.EndTime)
        .OrderBy(bars => bars.Key);

    private List<Slice> History(IReadOnlyList<Symbol> symbols, int bars)
    {
        HistoryCalls.Add(symbols);
        var now = World.Algorithm.UtcTime;
        return
        [
            .. symbols
                .SelectMany(symbol => _market[symbol.ID.Symbol].Bars.Where(bar => bar.EndTime <= now).TakeLast(bars))
                .GroupBy(bar => bar.EndTime)
                .OrderBy(same => same.Key)
                .Select(same => new Slice(same.Key, [.. same], same.Key))
        ];
    }

    private TradeBar ToTradeBar(Symbol symbol, Bar bar) => new(
        _resolution == Resolution.Daily ? bar.Time.AddHours(9.5) : bar.Time, symbol, (decimal)bar.Open, (decimal)bar.High, (decimal)bar.Low,
        (decimal)bar.Close, (decimal)bar.Volume, _resolution == Resolution.Daily ? TimeSpan.FromHours(6.5) : TimeSpan.FromHours(1));

    private static Bar Exact(Bar bar) => new(
        bar.Time, (double)(decimal)bar.Open, (double)(decimal)bar.High, (double)(decimal)bar.Low, (double)(decimal)bar.Close, bar.Volume);

    private sealed class ClosesAtFour : SessionClock
    {
        public override DateTime NextClose(SecurityExchangeHours hours, DateTime after) =>
            after.TimeOfDay < TimeSpan.FromHours(16) ? after.Date.AddHours(16) : after.Date.AddDays(1).AddHours(16);
    }
}
