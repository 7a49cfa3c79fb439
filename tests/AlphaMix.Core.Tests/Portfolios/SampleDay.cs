using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

/// <summary>A decision day written out: one character a name for what it does, and what a rule decides as text.</summary>
internal sealed class SampleDay
{
    /// <summary>Gets the portfolio weights by name.</summary>
    public required double[] Weights { get; init; }

    /// <summary>Gets the ranking, best first; the default ranks the names that trade by their index.</summary>
    public int[]? Ranking { get; init; }

    /// <summary>Gets the states, <c>t</c> trading, <c>h</c> halted, <c>d</c> delisted; the default has all trade.</summary>
    public string? States { get; init; }

    /// <summary>Gets a value indicating whether the portfolio is built anew.</summary>
    public bool IsRebuilt { get; init; }

    private TradingState[] StateOf => [.. (States ?? new string('t', Weights.Length)).Select(state => state switch
    {
        'h' => TradingState.Halted,
        'd' => TradingState.Delisted,
        _ => TradingState.Trading
    })];

    /// <summary>Returns the day as a rule sees it.</summary>
    public PortfolioDay ToDay()
    {
        var states = StateOf;
        var ranking = Ranking ?? [.. Enumerable.Range(0, Weights.Length).Where(name => states[name] == TradingState.Trading)];
        return new PortfolioDay
        {
            Ranking = ranking,
            Scores = ranking.Select((_, rank) => 1 - rank / 100.0).ToArray(),
            Weights = Weights,
            Held = Enumerable.Range(0, Weights.Length).Where(name => Weights[name] != 0).ToArray(),
            States = states,
            IsRebuilt = IsRebuilt
        };
    }

    /// <summary>Returns a rule's decision (<see cref="Text"/>).</summary>
    public string Decide(IPortfolioRule rule)
    {
        var targets = new PortfolioTargets();
        rule.Decide(ToDay(), targets);
        return Text(targets);
    }

    /// <summary>Returns a session's decision (<see cref="Text"/>).</summary>
    public string Decide(RuleSession session)
    {
        var targets = new PortfolioTargets();
        session.Decide(ToDay(), targets);
        return Text(targets);
    }

    /// <summary>Returns one character a name: B bought, S sold short, H held, a dot for a name not mentioned.</summary>
    public string Text(PortfolioTargets targets)
    {
        var text = new string('.', Weights.Length).ToCharArray();
        for (var place = 0; place < targets.Count; place++)
        {
            Assert.That(text[targets.NameAt(place)], Is.EqualTo('.'), "a name is mentioned once");
            text[targets.NameAt(place)] = targets.ShareAt(place) switch { > 0 => 'B', < 0 => 'S', _ => 'H' };
        }

        return new string(text);
    }
}
