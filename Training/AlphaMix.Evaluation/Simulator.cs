using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation;

/// <summary>The daily top-k strategy: each day the k instruments with the highest P(up), in equal weights.</summary>
/// <remarks>
/// <para>Paper, section 5.1, with costs, halts and a tradable fill added. Decision day d earns close(d) to close(d + 1), or with
/// <see cref="FillRule.NextOpen"/> open(d + 1) to open(d + 2); where the data ends before, it is valued at the last close.</para>
/// <para>Only instruments with a bar and a score on day d are ranked; ties go to the ordinal instrument key. With fewer than k of them the
/// weights are equal over those there are, with none the portfolio is cash (return 0). Weights drift from fill to fill and are made equal again each day.</para>
/// <para>A held instrument without a bar is halted: it keeps its slot, cannot be sold, earns 0, and at its next bar its whole return since.
/// After its last bar ever it is sold at its last close. A next-open order for an instrument without a bar that day lapses, and its share stays in cash.</para>
/// <para>Costs fall on every trade, the first purchase included; what is held at the end is valued, not sold.</para>
/// </remarks>
public static class Simulator
{
    /// <summary>Runs the strategy.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">P(up) in the shape of <paramref name="grid"/>.</param>
    /// <param name="span">Decision days; the portfolio starts in cash on the first.</param>
    /// <param name="options">Portfolio and costs.</param>
    /// <exception cref="ArgumentException">The scores do not have the shape of the grid, or the options are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A decision day has no later day in the grid.</exception>
    public static SimulationResult Run(MarketGrid grid, ScoreSheet scores, EvaluationSpan span, PortfolioOptions options)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(options);
        grid.Check(span, nameof(span));
        scores.Check(grid, nameof(scores));
        options.Validate();

        return options.Rule is null
            ? Run(grid, span, options, new TopKSelector(grid, scores, options))
            : SlowSimulator.Run(grid, scores, span, options).Result;
    }

    internal static SimulationResult Run(MarketGrid grid, EvaluationSpan span, PortfolioOptions options, ISelector selector)
    {
        var ledger = new Ledger(new FillTable(grid, options));
        var result = new SimulationResult([.. grid.Days.Skip(span.First).Take(span.Count)]);
        for (var day = 0; day < span.Count; day++)
        {
            result.Holdings[day] = Trade(ledger, selector, span.First + day);
            result.GrossReturns[day] = ledger.Gross;
            result.NetReturns[day] = ledger.Net;
            result.Turnover[day] = ledger.Turnover;
            result.Traded[day] = ledger.Traded;
            result.Costs[day] = ledger.Cost;
        }

        return result;
    }

    private static Holding[] Trade(Ledger ledger, ISelector selector, int day)
    {
        var before = new Dictionary<int, double>();
        foreach (var i in ledger.Held)
            before[i] = ledger.WeightOf(i);
        var picks = selector.Pick(day, ledger);
        var placed = new double[picks.Length];
        ledger.Step(day, picks, placed);

        var picked = picks.ToHashSet();
        var holdings = new List<Holding>();
        foreach (var i in ledger.Held)
        {
            if (!picked.Contains(i))
                holdings.Add(new Holding(i, 0, before[i]));
        }

        for (var p = 0; p < picks.Length; p++)
            holdings.Add(new Holding(picks[p], selector.Rank(picks[p]), placed[p]));
        return [.. holdings];
    }
}
