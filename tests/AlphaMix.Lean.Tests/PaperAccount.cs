using AlphaMix.Lean.Portfolios;
using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;
using QuantConnect.Data.Market;

namespace AlphaMix.Lean.Tests;

/// <summary>Trades a replay as LEAN would: targets at the close, fills at the next open of the names that trade; other orders lapse. No costs.</summary>
internal sealed class PaperAccount(Replay replay, IAlphaModel alpha, IPortfolioConstructionModel portfolio)
{
    private readonly Dictionary<Symbol, decimal> _orders = [];

    /// <summary>Gets the weights after the fills of each day, by permtick, at the prices of the fills.</summary>
    public SortedDictionary<DateOnly, Dictionary<string, double>> Holdings { get; } = [];

    public void Trade(DateTime from, DateTime to)
    {
        foreach (var slice in replay.Slices(from, to))
        {
            var bars = slice.ToArray();
            Fill(bars);
            var data = replay.World.Slice(slice.Key, bars);
            foreach (var bar in bars)
                replay.World.Algorithm.Securities[bar.Symbol].SetMarketPrice(bar);
            var insights = replay.World.Accept(alpha.Update(replay.World.Algorithm, data));
            _orders.Clear();
            foreach (var target in portfolio.CreateTargets(replay.World.Algorithm, insights))
                _orders[target.Symbol] = target.Quantity;
        }
    }

    /// <summary>Takes over the open orders of an account, after a split of its names.</summary>
    public void Resume(PaperAccount before, int split)
    {
        foreach (var (symbol, quantity) in before._orders)
            _orders[symbol] = split * quantity;
    }

    private void Fill(TradeBar[] bars)
    {
        var algorithm = replay.World.Algorithm;
        foreach (var bar in bars.Where(bar => bar.Volume > 0 && _orders.ContainsKey(bar.Symbol)))
        {
            var security = algorithm.Securities[bar.Symbol];
            security.SetMarketPrice(new TradeBar(bar.Time, bar.Symbol, bar.Open, bar.Open, bar.Open, bar.Open, 1));
            algorithm.Portfolio.SetCash(algorithm.Portfolio.Cash - (_orders[bar.Symbol] - security.Holdings.Quantity) * bar.Open);
            security.Holdings.SetHoldings(bar.Open, _orders[bar.Symbol]);
        }

        Holdings[DateOnly.FromDateTime(bars[0].Time)] = algorithm.Securities.Values
            .Where(security => security.Holdings.Quantity != 0)
            .ToDictionary(security => security.Symbol.ID.Symbol, security => ActualHoldings.Weight(algorithm, security.Symbol));
    }
}
