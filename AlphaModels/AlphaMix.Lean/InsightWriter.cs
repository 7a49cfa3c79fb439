using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Signals;
using AlphaMix.Lean.Handover;
using AlphaMix.Lean.Portfolios;
using AlphaMix.Lean.Signals;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Lean;

/// <summary>
/// Turns a day into insights: one for each position that the rule holds or enters, by the weights that the algorithm holds. For LEAN's
/// charts, risk models and portfolio models other than ours; tags are information only.
/// </summary>
internal sealed class InsightWriter(TrackedUniverse universe)
{
    private readonly RulePortfolio _portfolio = new();

    /// <summary>Writes the day's insights; those of the day before are cancelled.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="day">The day.</param>
    /// <param name="signals">The scores and experts asked, for the tags.</param>
    /// <param name="source">The alpha model's name.</param>
    /// <param name="router">The router's name, for the tags.</param>
    /// <param name="closeOf">Exchange's local time until which a security's insight holds.</param>
    public List<Insight> Write(
        QCAlgorithm algorithm, RankedDay day, List<Signal> signals, string source, string router, Func<TrackedSymbol, DateTime> closeOf)
    {
        var before = _portfolio.Fallback;
        _portfolio.Decide(day, symbol => ActualHoldings.Weight(algorithm, symbol));
        LogFallback(algorithm, before);
        Cancel(algorithm);
        var tags = Tags(day, signals, router);
        var insights = new List<Insight>(_portfolio.Plan.Positions.Count);
        foreach (var position in _portfolio.Plan.Positions)
        {
            var tracked = universe.All[position.Name];
            var score = day.Scores[position.Name];
            var direction = position.Side > 0 ? InsightDirection.Up : InsightDirection.Down;
            double? confidence = double.IsNaN(score) ? null : position.Side > 0 ? score : 1 - score;
            tracked.Insight = Insight.Price(
                tracked.Symbol, closeOf(tracked), direction, magnitude: null, confidence, source, Math.Abs(position.Weight),
                tags[position.Name]);
            insights.Add(tracked.Insight);
        }

        return insights;
    }

    private void Cancel(QCAlgorithm algorithm)
    {
        foreach (var tracked in universe.All)
        {
            tracked.Insight?.Cancel(algorithm.UtcTime);
            tracked.Insight = null;
        }
    }

    private void LogFallback(QCAlgorithm algorithm, string? before)
    {
        if (_portfolio.Fallback is { } reason && before is null)
            algorithm.Log($"AlphaMix: the portfolio is 1/N: {reason}.");
        else if (_portfolio.Fallback is null && before is not null)
            algorithm.Log("AlphaMix: the pool's rule trades again.");
    }

    private string[] Tags(RankedDay day, List<Signal> signals, string router)
    {
        var tags = Array.ConvertAll(day.States, state => state == TradingState.Halted ? "no bar today" : "no score today");
        foreach (var signal in signals)
            tags[universe.Find(signal.Window).Place] = $"router={router} experts={signal.ExpertsAsked}";
        for (var rank = 0; rank < day.Ranking.Length; rank++)
            tags[day.Ranking[rank]] += $" rank={rank + 1}";
        return _portfolio.Fallback is { } reason ? Array.ConvertAll(tags, tag => $"{tag} fallback=1/N: {reason}") : tags;
    }
}
