using System.Runtime.CompilerServices;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Enter from the top k, hold until the rank leaves 2k. The decision behind <see cref="RankBuffer"/>, and, with every name among the k,
/// behind 1/N that is not rebalanced.
/// </summary>
internal static class HoldingRule
{
    /// <summary>
    /// Decides about the names of a ranking and leaves held names without a bar alone; held names that are not ranked exit.
    /// </summary>
    /// <param name="day">What is held, and what trades.</param>
    /// <param name="ranking">Names that trade, best first.</param>
    /// <param name="positions">k, the names held on each side.</param>
    /// <param name="longShort">Whether the bottom k are held short.</param>
    /// <param name="maxTurnover">The weight that exits may free, but for the first; no limit from 1.</param>
    /// <param name="targets">Receives the decision.</param>
    public static void Apply(
        scoped in PortfolioDay day, ReadOnlySpan<int> ranking, int positions, bool longShort, double maxTurnover, PortfolioTargets targets)
    {
        var stuck = 0;
        foreach (var name in day.Held)
        {
            if (day.States[name] == TradingState.Trading)
                continue;
            targets.Hold(name);
            stuck += day.Weights[name] > 0 ? 1 : 0;
        }

        var decisions = targets.Decisions(ranking.Length);
        if (day.IsRebuilt)
            Build(positions, longShort, decisions);
        else
            Decide(Weights(day, ranking, targets), stuck, positions, longShort, maxTurnover, decisions);
        targets.Add(ranking, decisions);
    }

    /// <summary>Decides about all names of a ranking.</summary>
    /// <param name="weights">Portfolio weights in the order of the ranking, best first; 0 where a name is not held, negative where it is
    /// short.</param>
    /// <param name="stuck">Long positions that are not in the ranking because they cannot be traded today; each keeps its place among the
    /// k.</param>
    /// <param name="positions">k, the names held on each side.</param>
    /// <param name="longShort">Whether the bottom k are held short.</param>
    /// <param name="maxTurnover">The weight that exits may free, but for the first; no limit from 1.</param>
    /// <param name="decisions">Receives one decision a name.</param>
    public static void Decide(
        ReadOnlySpan<double> weights, int stuck, int positions, bool longShort, double maxTurnover, Span<HoldingDecision> decisions)
    {
        var (longs, shorts) = (stuck, 0);
        for (var rank = 0; rank < weights.Length; rank++)
        {
            // Without branches: along a ranking it is as good as random whether a name is held.
            var (isLong, isShort) = (Unsafe.BitCast<bool, byte>(weights[rank] > 0), Unsafe.BitCast<bool, byte>(weights[rank] < 0));
            longs += isLong;
            shorts += isShort;
            decisions[rank] = (HoldingDecision)(isLong | isShort);
        }

        // Weights add up to 1 within rounding only: a limit of 1 must not keep the last of all names.
        var budget = maxTurnover < 1 ? maxTurnover : double.PositiveInfinity;
        longs -= Exit(weights, 1, positions, ref budget, decisions);
        Enter(weights.Length, 1, positions - longs, HoldingDecision.Buy, decisions);
        if (!longShort)
            return;
        shorts -= Exit(weights, -1, positions, ref budget, decisions);
        Enter(weights.Length, -1, positions - shorts, HoldingDecision.SellShort, decisions);
    }

    /// <summary>Decides a portfolio that is built anew: the first k, and with a short side the last k, whatever is held.</summary>
    public static void Build(int positions, bool longShort, Span<HoldingDecision> decisions)
    {
        for (var rank = 0; rank < decisions.Length; rank++)
        {
            decisions[rank] = rank < positions ? HoldingDecision.Buy
                : longShort && rank >= decisions.Length - positions ? HoldingDecision.SellShort
                : HoldingDecision.Flat;
        }
    }

    /// <summary>Exits names of one side ranked beyond 2k, worst first, until the turnover budget is spent; at least one.</summary>
    /// <returns>How many.</returns>
    private static int Exit(ReadOnlySpan<double> weights, int sign, int positions, ref double budget, Span<HoldingDecision> decisions)
    {
        var exited = 0;
        for (var place = weights.Length - 1; place >= 2 * positions; place--)
        {
            var rank = RankOf(place, sign, weights.Length);
            var size = sign * weights[rank];
            if (!(size > 0) || (exited > 0 && size > budget))
                continue;
            decisions[rank] = HoldingDecision.Exit;
            budget -= size;
            exited++;
        }

        return exited;
    }

    private static void Enter(int count, int sign, int places, HoldingDecision entry, Span<HoldingDecision> decisions)
    {
        for (var place = 0; place < count && places > 0; place++)
        {
            var rank = RankOf(place, sign, count);
            if (decisions[rank] != HoldingDecision.Flat)
                continue;
            decisions[rank] = entry;
            places--;
        }
    }

    private static ReadOnlySpan<double> Weights(scoped in PortfolioDay day, ReadOnlySpan<int> ranking, PortfolioTargets targets)
    {
        var weights = targets.WeightBuffer(ranking.Length);
        for (var rank = 0; rank < weights.Length; rank++)
            weights[rank] = day.Weights[ranking[rank]];
        return weights;
    }

    private static int RankOf(int place, int sign, int count) => sign > 0 ? place : count - 1 - place;
}
