namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Runs the rule of one portfolio from day to day: asks it for its decision, or holds 1/N on the days on which the rule falls back, and
/// rebuilds the whole portfolio when a fallback begins or ends. Its only state is whether the day before was a fallback. Not thread-safe.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="costBps">Expected cost of a trade in basis points of its value, each side.</param>
public sealed class RuleSession(IPortfolioRule rule, double costBps)
{
    private int[] _trading = [];
    private bool? _wasFallback;

    /// <summary>Gets or sets the rule; the next of several dated pools may bring one with other parameters.</summary>
    public IPortfolioRule Rule { get; set; } = rule;

    /// <summary>Gets why the last day's portfolio is 1/N; null where the rule traded.</summary>
    public string? Fallback { get; private set; }

    /// <summary>Gets a value indicating whether the last day began or ended a fallback.</summary>
    public bool IsRebuilt { get; private set; }

    /// <summary>Starts a new portfolio that holds cash alone: forgets the day before.</summary>
    public void Clear()
    {
        _wasFallback = null;
        (Fallback, IsRebuilt) = (null, false);
    }

    /// <summary>Decides a day's portfolio.</summary>
    /// <param name="day">Ranking, holdings and trading states of the day; <see cref="PortfolioDay.IsRebuilt"/> is set here.</param>
    /// <param name="targets">Receives the decision; cleared first.</param>
    public void Decide(scoped in PortfolioDay day, PortfolioTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        targets.Clear();
        Fallback = Rule.Fallback(day.Ranking.Length, costBps);
        var isFallback = Fallback is not null;
        IsRebuilt = _wasFallback is { } before && before != isFallback;
        _wasFallback = isFallback;
        var known = IsRebuilt ? day with { IsRebuilt = true } : day;
        if (isFallback)
            HoldAll(known, targets);
        else
            Rule.Decide(known, targets);
        LimitNames(day, targets);
    }

    /// <summary>Leaves a part of a side in cash where too few names are scored to spread it as the rule does.</summary>
    private void LimitNames(scoped in PortfolioDay day, PortfolioTargets targets)
    {
        if (day.Ranking.Length >= (targets.ShortExposure > 0 ? 2 : 1) * Rule.MinPositions)
            return;
        var (longs, shorts) = CountSides(day, targets);
        targets.LongExposure *= Math.Min(1, longs / (double)Rule.MinPositions);
        targets.ShortExposure *= Math.Min(1, shorts / (double)Rule.MinPositions);
    }

    /// <summary>Counts what is entered or kept on each side; a halted name is kept whether it is mentioned or not.</summary>
    private static (int Longs, int Shorts) CountSides(scoped in PortfolioDay day, PortfolioTargets targets)
    {
        var (longs, shorts) = (0, 0);
        for (var place = 0; place < targets.Count; place++)
        {
            var share = targets.ShareAt(place);
            Count(double.IsNaN(share) ? day.Weights[targets.NameAt(place)] : share);
        }

        foreach (var name in day.Held)
        {
            if (day.States[name] == TradingState.Halted && !targets.Names.Contains(name))
                Count(day.Weights[name]);
        }

        return (longs, shorts);

        void Count(double sign)
        {
            longs += sign > 0 ? 1 : 0;
            shorts += sign < 0 ? 1 : 0;
        }
    }

    /// <summary>
    /// Holds 1/N without rebalancing: names that begin to trade enter, nothing else is traded. There are as many places as names that
    /// trade, and a halted name keeps one, so that some enter only when it trades again.
    /// </summary>
    private void HoldAll(scoped in PortfolioDay day, PortfolioTargets targets)
    {
        if (_trading.Length < day.States.Length)
            _trading = new int[day.States.Length];
        var count = 0;
        for (var name = 0; name < day.States.Length; name++)
        {
            if (day.States[name] == TradingState.Trading)
                _trading[count++] = name;
        }

        HoldingRule.Apply(day, _trading.AsSpan(0, count), count, longShort: false, maxTurnover: 1, targets);
    }
}
