using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// One portfolio at work: its rules, its book, and the memory of a day's decision. Used again for one portfolio after another; one user at
/// a time.
/// </summary>
internal sealed class Desk
{
    private readonly FillTable _fills;
    private readonly Ranking? _ranking;
    private readonly RuleTimeline _rules;
    private readonly RuleSession _session;
    private readonly PortfolioTargets _targets = new();
    private readonly int[] _order;
    private readonly double[] _scores;

    public Desk(FillTable fills, double[] unitCosts, Ranking? ranking, RuleTimeline rules, double costBps)
    {
        (_fills, _ranking, _rules) = (fills, ranking, rules);
        _session = new RuleSession(rules.First, costBps);
        Ledger = new Ledger(fills, unitCosts);
        _order = new int[fills.Instruments];
        _scores = new double[fills.Instruments];
    }

    /// <summary>Gets the book.</summary>
    public Ledger Ledger { get; }

    /// <summary>Gets why the last day's portfolio is 1/N; null where the rule traded.</summary>
    public string? Fallback => _session.Fallback;

    /// <summary>Starts a new portfolio, out of cash.</summary>
    public void Clear()
    {
        Ledger.Clear();
        _session.Clear();
    }

    /// <summary>Decides and trades one day.</summary>
    /// <param name="day">Decision day.</param>
    /// <param name="names">For each column the name that has its scores; empty for the columns' own.</param>
    /// <param name="record">Receives the holdings after the fill; null to keep none.</param>
    public void Step(int day, ReadOnlySpan<int> names = default, List<Holding>? record = null)
    {
        var order = _ranking is null ? default : _ranking.Order(day);
        var scores = _ranking is null ? default : _ranking.Scores(day);
        if (!names.IsEmpty)
            Rename(ref order, ref scores, names, _fills.States(day));
        var known = new PortfolioDay
        {
            Ranking = order,
            Scores = scores,
            Weights = Ledger.Weights,
            Held = Ledger.Held,
            States = _fills.States(day)
        };
        _session.Rule = _rules.At(_fills.Day(day));
        _session.Decide(known, _targets);
        Ledger.Step(day, _targets, record);
    }

    /// <summary>Puts a ranking under other names; those without a bar on the day leave it.</summary>
    private void Rename(
        ref ReadOnlySpan<int> order, ref ReadOnlySpan<double> scores, ReadOnlySpan<int> names, ReadOnlySpan<TradingState> states)
    {
        var count = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            var name = names[order[rank]];
            if (states[name] != TradingState.Trading)
                continue;
            _order[count] = name;
            _scores[count++] = scores[rank];
        }

        order = _order.AsSpan(0, count);
        scores = _scores.AsSpan(0, count);
    }
}
