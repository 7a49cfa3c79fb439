using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Trades strategies day by day on one market and span, each by its own portfolio rule. Safe to share between threads.</summary>
/// <remarks>
/// <para>Decision day d earns close(d) to close(d + 1), or with <see cref="FillRule.NextOpen"/> open(d + 1) to open(d + 2); where the data
/// ends before, it is valued at the last close (paper, section 5.1, with costs, halts and a tradable fill added).</para>
/// <para>A held instrument without a bar is halted: it cannot be sold, earns 0, and at its next bar its whole return since. After its last
/// bar ever it is sold at its last close. An order for an instrument without a bar at the fill lapses, and its share stays in cash.</para>
/// <para>Costs are charged on every trade, the first purchase included; what is held at the end is valued, not sold.</para>
/// </remarks>
public sealed class Simulator
{
    private readonly FillTable _fills;
    private readonly Lazy<DecisionPrices> _prices;
    private readonly DateOnly[] _days;

    /// <summary>Initializes a new instance of the <see cref="Simulator"/> class.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days, possibly none; portfolios start in cash on the first.</param>
    /// <param name="fill">The price at which orders fill.</param>
    /// <exception cref="ArgumentException">There is no such fill rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The span lies outside the grid, or its last decision day has no later day there.
    /// </exception>
    public Simulator(MarketGrid grid, EvaluationSpan span, FillRule fill)
    {
        ArgumentNullException.ThrowIfNull(grid);
        grid.Check(span, nameof(span));
        new TradingTerms { Fill = fill }.Validate();
        (Grid, Span, Fill) = (grid, span, fill);
        _fills = new FillTable(grid, fill);
        _prices = new Lazy<DecisionPrices>(() => new DecisionPrices(grid, fill));
        _days = [.. grid.Days.Skip(span.First).Take(span.Count)];
    }

    /// <summary>Gets the prices.</summary>
    public MarketGrid Grid { get; }

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span { get; }

    /// <summary>Gets the price at which orders fill.</summary>
    public FillRule Fill { get; }

    /// <summary>Gets the prices of fills.</summary>
    internal FillTable Fills => _fills;

    /// <summary>Gets the prices at decisions, from which mixtures compute paper returns.</summary>
    internal DecisionPrices Prices => _prices.Value;

    /// <summary>Trades one strategy on one span; for several on the same days, make a simulator once.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">
    /// Daily scores, shape <c>(days, instruments)</c> of <paramref name="grid"/>, not averaged; NaN leaves a name out of the day's ranking.
    /// </param>
    /// <param name="span">Decision days; portfolios start in cash on the first.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="terms">Fill and costs.</param>
    /// <returns>The daily path, one entry per decision day.</returns>
    /// <exception cref="ArgumentException">The scores do not have the shape of the grid, or the terms are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The span lies outside the grid, or its last decision day has no later day there.
    /// </exception>
    /// <exception cref="InvalidOperationException">The rule mentions a name twice on one day.</exception>
    public static SimulationResult Run(MarketGrid grid, ScoreSheet scores, EvaluationSpan span, IPortfolioRule rule, TradingTerms terms) =>
        Run(grid, scores, span, new RuleTimeline(rule), terms);

    /// <summary>Trades one strategy of dated pools on one span.</summary>
    internal static SimulationResult Run(
        MarketGrid grid, ScoreSheet scores, EvaluationSpan span, RuleTimeline rules, TradingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        terms.Validate();
        return new Simulator(grid, span, terms.Fill).Run(scores, rules, terms.Costs);
    }

    /// <summary>Trades a strategy.</summary>
    /// <param name="scores">
    /// Daily scores, shape <c>(days, instruments)</c> of the grid, not averaged; NaN leaves a name out of the day's ranking. Where the rule
    /// averages scores, those of days before the span enter too, and none of a later day than the decision's.
    /// </param>
    /// <param name="rule">The rule.</param>
    /// <param name="costs">The cost model; its ranges are not checked here.</param>
    /// <returns>The daily path, one entry per decision day.</returns>
    /// <exception cref="ArgumentException">The scores do not have the shape of the grid.</exception>
    /// <exception cref="InvalidOperationException">The rule mentions a name twice on one day.</exception>
    public SimulationResult Run(ScoreSheet scores, IPortfolioRule rule, ICostModel costs) => Run(scores, new RuleTimeline(rule), costs);

    /// <summary>Trades 1/N: every name with a bar on the decision day, rebalanced to equal weights every day.</summary>
    /// <param name="costs">The cost model; its ranges are not checked here.</param>
    /// <returns>The daily path, one entry per decision day; ranks of holdings are 0.</returns>
    public SimulationResult RunEqualWeight(ICostModel costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return Run(new RankedPortfolio(Ranking: null, new RuleTimeline(new EqualWeight())), costs);
    }

    /// <summary>Trades a strategy of dated pools.</summary>
    internal SimulationResult Run(ScoreSheet scores, RuleTimeline rules, ICostModel costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return Run(Rank(scores, rules), costs);
    }

    /// <summary>Ranks the names of every decision day, for rules to trade.</summary>
    internal RankedPortfolio Rank(ScoreSheet scores, RuleTimeline rules)
    {
        ArgumentNullException.ThrowIfNull(scores);
        scores.Check(Grid, nameof(scores));
        return new RankedPortfolio(Ranking.Compute(Grid, scores, Span, rules.First.ScoreDays), rules);
    }

    /// <summary>Returns a factory of desks for a portfolio; all share one table of costs.</summary>
    internal Func<Desk> Desks(Portfolio portfolio, ICostModel costs)
    {
        var unitCosts = _fills.UnitCosts(costs);
        return () => new Desk(_fills, unitCosts, portfolio.Open(this, costs));
    }

    /// <summary>Trades a portfolio.</summary>
    internal SimulationResult Run(Portfolio portfolio, ICostModel costs)
    {
        var desk = Desks(portfolio, costs)();
        var ranking = (portfolio as RankedPortfolio)?.Ranking;
        var result = new SimulationResult(_days);
        var holdings = new List<Holding>();
        var ranks = new int[Grid.InstrumentCount];
        for (var day = 0; day < Span.Count; day++)
        {
            holdings.Clear();
            desk.Step(Span.First + day, record: holdings);
            result.Add(day, desk, ranking is null ? Unranked(holdings) : Ranked(holdings, ranking.Order(Span.First + day), ranks));
        }

        return result;
    }

    private static Holding[] Unranked(List<Holding> holdings) => [.. holdings.Select(holding => holding with { Rank = 0 })];

    private static Holding[] Ranked(List<Holding> holdings, ReadOnlySpan<int> order, int[] ranks)
    {
        Array.Clear(ranks);
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank + 1;
        var isRanked = order.Length > 0;
        return [.. holdings.Select(holding => holding.Rank > 0 && isRanked ? holding with { Rank = ranks[holding.Instrument] } : holding)];
    }
}
