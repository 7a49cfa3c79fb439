using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation;

/// <summary>
/// The slow portfolio of a <see cref="TradingRule"/>: daily scores are averaged, k names enter from the top, a name stays until its rank leaves
/// 2k, freed money goes to those that enter, and nothing else is traded. What the plugin does in LEAN.
/// </summary>
/// <remarks>
/// <para>Fills, costs and halts are those of <see cref="Simulator"/>. Names with a bar and a score on the day are ranked by their averaged score, ties to the
/// ordinal key; k depends on how many they are. A held name without a bar keeps its place and cannot be sold; one with a bar and no
/// score is sold. An order for a name without a bar at the fill lapses.</para>
/// <para>The gate: on a day with too few scored names, or all along when the expected cost is too high, the portfolio is 1/N over all names with a bar; it is
/// made equal once, when the gate closes, and built anew when it opens.</para>
/// </remarks>
public static class SlowSimulator
{
    /// <summary>Runs the rule.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">Daily scores, not averaged, in [0, 1]; those of days before the span enter the averages.</param>
    /// <param name="span">Decision days; the portfolio starts in cash on the first.</param>
    /// <param name="options">Fill and costs, and the rule.</param>
    /// <returns>The simulation, and how many days the gate was closed, with the first reason.</returns>
    /// <exception cref="ArgumentException">The options have no rule or are not valid, or the scores do not have the shape of the grid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A decision day has no later day in the grid.</exception>
    public static SlowSimulation Run(MarketGrid grid, ScoreSheet scores, EvaluationSpan span, PortfolioOptions options)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(options);
        grid.Check(span, nameof(span));
        scores.Check(grid, nameof(scores));
        options.Validate();
        var rule = options.Rule ?? throw new ArgumentException("A slow portfolio needs a rule.", nameof(options));

        var ledger = new DriftingLedger(new FillTable(grid, options));
        var ranking = new SlowRanking(grid, scores, rule);
        var result = new SimulationResult([.. grid.Days.Skip(span.First).Take(span.Count)]);
        var gates = new string?[span.Count];
        bool? wasGated = null;
        ranking.WarmUp(span.First);
        for (var day = 0; day < span.Count; day++)
        {
            var names = ranking.Rank(span.First + day);
            var gate = rule.GateReason(names.Length, options.CostBps);
            gates[day] = gate;
            var isRebuilt = wasGated is { } before && before != gate is not null;
            wasGated = gate is not null;
            if (gate is not null)
                names = ranking.Tradable(span.First + day);
            Trade(ledger, ranking, names, gate is not null, isRebuilt, rule, span.First + day);
            result.Holdings[day] = Holdings(ledger, ranking);
            result.GrossReturns[day] = ledger.Gross;
            result.NetReturns[day] = ledger.Gross - ledger.Cost * (1 + ledger.Gross);
            result.Turnover[day] = ledger.Turnover;
            result.Traded[day] = ledger.Traded;
            result.Costs[day] = ledger.Cost;
        }

        return new SlowSimulation(result, gates.Count(gate => gate is not null), Array.Find(gates, gate => gate is not null)) { Gates = gates };
    }

    private static void Trade(
        DriftingLedger ledger, SlowRanking ranking, int[] names, bool isGated, bool isRebuilt, TradingRule rule, int day)
    {
        var side = rule.LongShort && !isGated ? 0.5 : 1;
        var sides = isGated ? rule with { LongShort = false, MaxTurnover = 1 } : rule;
        var held = isGated ? names.Length : rule.Held(names.Length);
        var decisions = new HoldingDecision[names.Length];
        if (isRebuilt)
            HoldingRule.Build(names.Length, held, sides, decisions);
        else
            HoldingRule.Decide([.. names.Select(name => ledger.Weights[name])], ranking.Stuck(day, ledger), held, sides, decisions);

        // Names with a bar that nobody ranks are sold.
        var unranked = isRebuilt ? [] : ranking.Tradable(day).Where(i => ledger.Weights[i] != 0).Except(names).ToArray();
        ledger.Step(
            day,
            [.. names, .. unranked],
            [.. decisions, .. Enumerable.Repeat(HoldingDecision.Leave, unranked.Length)],
            side,
            isRebuilt);
    }

    private static Holding[] Holdings(DriftingLedger ledger, SlowRanking ranking)
    {
        var holdings = new List<Holding>();
        for (var i = 0; i < ledger.Placed.Length; i++)
        {
            if (ledger.Placed[i] != 0)
                holdings.Add(new Holding(i, ranking.RankOf(i), ledger.Placed[i]));
        }

        return [.. holdings];
    }
}
