using AlphaMix.Core.Pools;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Decides what a slow portfolio holds: k names enter from the top of the ranking, and one that is held stays until its rank leaves the first
/// 2k. Simulator and plugin both ask here.
/// </summary>
public static class HoldingRule
{
    /// <summary>Decides about all names of a day.</summary>
    /// <param name="weights">Portfolio weights in the order of the ranking, best first; 0 where a name is not held, negative where it is sold short.</param>
    /// <param name="stuck">Names held that are not in the ranking because they cannot be traded today; each keeps its place among the k. Bought names only count.</param>
    /// <param name="held">k, the names held on each side.</param>
    /// <param name="rule">Sides and turnover limit.</param>
    /// <param name="decisions">Receives one decision a name.</param>
    public static void Decide(ReadOnlySpan<double> weights, int stuck, int held, TradingRule rule, Span<HoldingDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(rule);
        for (var rank = 0; rank < weights.Length; rank++)
            decisions[rank] = weights[rank] == 0 ? HoldingDecision.Out : HoldingDecision.Keep;
        var budget = rule.MaxTurnover;
        var longs = stuck + Side(weights, 1, held, ref budget, decisions);
        Enter(weights, 1, held - longs, HoldingDecision.Buy, decisions);
        if (!rule.LongShort)
            return;
        var shorts = Side(weights, -1, held, ref budget, decisions);
        Enter(weights, -1, held - shorts, HoldingDecision.SellShort, decisions);
    }

    /// <summary>Gives the names to hold when a portfolio is built anew: the first k, and with a short side the last k.</summary>
    /// <param name="scored">Names in the ranking.</param>
    /// <param name="held">k.</param>
    /// <param name="rule">Sides.</param>
    /// <param name="decisions">Receives <see cref="HoldingDecision.Buy"/>, <see cref="HoldingDecision.SellShort"/> or <see cref="HoldingDecision.Out"/>.</param>
    public static void Build(int scored, int held, TradingRule rule, Span<HoldingDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(rule);
        for (var rank = 0; rank < scored; rank++)
            decisions[rank] = rank < held ? HoldingDecision.Buy : rule.LongShort && rank >= scored - held ? HoldingDecision.SellShort : HoldingDecision.Out;
    }

    /// <summary>Lets go of one side's names beyond 2k, the farthest first, while the turnover limit lasts; one name always goes.</summary>
    /// <returns>The names of the side that stay.</returns>
    private static int Side(ReadOnlySpan<double> weights, int sign, int held, ref double budget, Span<HoldingDecision> decisions)
    {
        var kept = 0;
        var left = 0;
        for (var place = weights.Length - 1; place >= 0; place--)
        {
            var rank = RankOf(place, sign, weights.Length);
            if (Math.Sign(weights[rank]) != sign)
                continue;
            var size = Math.Abs(weights[rank]);
            if (place < 2 * held || (left > 0 && size > budget))
            {
                kept++;
                continue;
            }

            decisions[rank] = HoldingDecision.Leave;
            budget -= size;
            left++;
        }

        return kept;
    }

    private static void Enter(ReadOnlySpan<double> weights, int sign, int places, HoldingDecision entry, Span<HoldingDecision> decisions)
    {
        for (var place = 0; place < weights.Length && places > 0; place++)
        {
            var rank = RankOf(place, sign, weights.Length);
            if (decisions[rank] != HoldingDecision.Out)
                continue;
            decisions[rank] = entry;
            places--;
        }
    }

    private static int RankOf(int place, int sign, int count) => sign > 0 ? place : count - 1 - place;
}
