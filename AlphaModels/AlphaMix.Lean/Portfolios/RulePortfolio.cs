using AlphaMix.Core.Portfolios;
using AlphaMix.Lean.Handover;
using QuantConnect;

namespace AlphaMix.Lean.Portfolios;

/// <summary>
/// One portfolio traded by a handed-over rule: calls the rule with the current weights, and keeps its state from day to day.
/// </summary>
internal sealed class RulePortfolio
{
    private readonly PortfolioTargets _targets = new();
    private RuleSession? _session;
    private RankedDay? _day;
    private bool _isRebuilt;
    private double[] _weights = [];
    private int[] _held = [];

    /// <summary>Gets the last decision.</summary>
    public PortfolioPlan Plan { get; } = new();

    /// <summary>Gets why the last decision is 1/N; null where the rule traded.</summary>
    public string? Fallback => _session?.Fallback;

    /// <summary>
    /// Gets a value indicating whether only positions that begin or end are traded, in shares; else all are resized to a percentage. The
    /// rank buffer sizes its first purchases like its later ones.
    /// </summary>
    public bool TradesChangesOnly => Plan.LeavesAlone || Fallback is not null || _session?.Rule is RankBuffer;

    /// <summary>Decides the day's portfolio into <see cref="Plan"/>.</summary>
    /// <param name="day">
    /// The day handed over. Asked again on the same day, a rule that rebuilt its portfolio rebuilds it again: nothing need have filled yet.
    /// </param>
    /// <param name="weightOf">Portfolio weight of a security before the trade, negative for a short one.</param>
    /// <param name="maxTurnover">Tightens the rule's own turnover limit where it has one, in (0, 1].</param>
    public void Decide(RankedDay day, Func<Symbol, double> weightOf, double maxTurnover = 1)
    {
        var rule = day.Rule is RankBuffer buffer && maxTurnover < buffer.MaxTurnover ? buffer with { MaxTurnover = maxTurnover } : day.Rule;
        _session ??= new RuleSession(rule, day.CostBps);
        _session.Rule = rule;
        var held = Load(day, weightOf);
        var weights = _weights.AsSpan(0, day.Names.Length);
        var isAgain = ReferenceEquals(day, _day) && _isRebuilt;
        _session.Decide(
            new PortfolioDay
            {
                Ranking = day.Ranking,
                Scores = Array.ConvertAll(day.Ranking, name => day.Scores[name]),
                Weights = weights,
                Held = _held.AsSpan(0, held),
                States = day.States,
                IsRebuilt = isAgain
            },
            _targets);
        _isRebuilt = isAgain || _session.IsRebuilt;
        _day = day;
        Plan.Compute(_targets, weights, day.States, day.Rule, name => day.Names[name].ID.Symbol);
    }

    /// <summary>Reads the weights; delisted names are sold whatever the rule decides, so it does not see them.</summary>
    private int Load(RankedDay day, Func<Symbol, double> weightOf)
    {
        if (_weights.Length < day.Names.Length)
            (_weights, _held) = (new double[day.Names.Length], new int[day.Names.Length]);
        var held = 0;
        for (var name = 0; name < day.Names.Length; name++)
        {
            _weights[name] = day.States[name] == TradingState.Delisted ? 0 : weightOf(day.Names[name]);
            if (_weights[name] != 0)
                _held[held++] = name;
        }

        return held;
    }
}
