using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// One strategy of a mixture: its rule trades a paper portfolio at the closes of decision days, without costs, and the mixture weighs it by
/// the returns of that portfolio.
/// </summary>
internal sealed class MixturePart(FillTable fills, RankedPortfolio portfolio, double costBps, int memorySize)
{
    private readonly RenamedRanking _ranking = new(portfolio.Ranking, fills);
    private readonly RuleSession _session = new(portfolio.Rules.First, costBps);
    private readonly PortfolioTargets _targets = new();
    private readonly PortfolioPlan _plan = new();
    private readonly Func<int, string> _nameOf = fills.Name;
    private readonly double[] _weights = new double[fills.Instruments];
    private readonly int[] _held = new int[fills.Instruments];
    private int _heldCount;
    private bool _hasAsked;

    /// <summary>Gets its paper portfolio, and the mixture's memory of its returns.</summary>
    public MixtureMember<int> Member { get; } = new(memorySize);

    /// <summary>Gets the reason for which its last decision is 1/N; null where its rule traded.</summary>
    public string? Fallback => _session.Fallback;

    /// <summary>Starts a new paper portfolio that holds cash alone.</summary>
    public void Clear()
    {
        Member.Clear();
        _session.Clear();
        _hasAsked = false;
    }

    /// <summary>Adds its paper return since the day before to its memory; none before it first asked for a position.</summary>
    /// <param name="mixture">The mixture, which updates the memory.</param>
    /// <param name="day">The decision day.</param>
    /// <param name="priceOf">Returns the last close of a name.</param>
    public void Settle(IStrategyMixture mixture, DateOnly day, Func<int, double> priceOf)
    {
        if (_hasAsked)
            Member.Settle(mixture, day, priceOf);
    }

    /// <summary>Decides a day and trades to it on paper.</summary>
    /// <param name="day">Decision day.</param>
    /// <param name="names">For each column the name that has its scores; empty for the columns' own.</param>
    /// <param name="priceOf">Returns the last close of a name.</param>
    /// <returns>
    /// Whether it asks for a position. One that does not has no share of the day, and keeps its paper portfolio.
    /// </returns>
    public bool Decide(int day, ReadOnlySpan<int> names, Func<int, double> priceOf)
    {
        Member.Own.Drift(priceOf);
        Member.Asked.Clear();
        _ranking.Read(day, names);
        _session.Rule = portfolio.Rules.At(fills.Day(day));
        var states = fills.States(day);
        Load(states);
        var known = new PortfolioDay
        {
            Ranking = _ranking.Order,
            Scores = _ranking.Scores,
            Weights = _weights,
            Held = _held.AsSpan(0, _heldCount),
            States = states
        };
        _session.Decide(known, _targets);
        _plan.Compute(_targets, _weights, states, _session.Rule, _nameOf);
        if (_plan.Positions.Count == 0)
            return false;
        _hasAsked = true;
        Member.Own.Clear();
        for (var p = 0; p < _plan.Positions.Count; p++)
        {
            var (name, _, weight) = _plan.Positions[p];
            Member.Own.Add(name, weight, priceOf(name));
            Member.Asked.Add(name, weight, priceOf(name));
        }

        return true;
    }

    /// <summary>Reads the weights, without those of delisted names, which are sold whatever the rule decides.</summary>
    private void Load(ReadOnlySpan<TradingState> states)
    {
        foreach (var name in _held.AsSpan(0, _heldCount))
            _weights[name] = 0;
        _heldCount = 0;
        foreach (var position in Member.Own.Positions)
        {
            if (states[position.Name] == TradingState.Delisted)
                continue;
            _weights[position.Name] = position.Weight;
            _held[_heldCount++] = position.Name;
        }
    }
}
