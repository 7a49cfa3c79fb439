using AlphaMix.Core.Portfolios;
using AlphaMix.Lean.Handover;

namespace AlphaMix.Lean.Portfolios;

/// <summary>
/// The portfolio that a decision asks for, by the simulator's rules, as if every name traded at the next open: what is not named exits, and
/// what the positions left alone leave of a side's exposure is divided among those entered, in proportion to their shares. Reused from day
/// to day.
/// </summary>
internal sealed class PortfolioPlan
{
    private readonly List<PlannedPosition> _positions = [];
    private readonly HashSet<int> _mentioned = [];

    /// <summary>Gets the positions that the rule named, in its order, but for those that cannot be held.</summary>
    public IReadOnlyList<PlannedPosition> Positions => _positions;

    /// <summary>Gets the share of the portfolio that long positions may have.</summary>
    public double LongExposure { get; private set; }

    /// <summary>Gets the share of the portfolio that short positions may have.</summary>
    public double ShortExposure { get; private set; }

    /// <summary>Gets the sum of all shares on the long side, with those that stay in cash.</summary>
    public double LongShares { get; private set; }

    /// <summary>Gets the sum of all shares on the short side, with those that stay in cash.</summary>
    public double ShortShares { get; private set; }

    /// <summary>Gets a value indicating whether the decision leaves a name alone, so that only the others may be traded.</summary>
    public bool LeavesAlone { get; private set; }

    /// <summary>Computes the plan.</summary>
    /// <param name="day">The day.</param>
    /// <param name="weights">Weights before the trade, by name.</param>
    /// <param name="targets">The decision.</param>
    /// <exception cref="InvalidOperationException">The decision mentions a name twice.</exception>
    public void Compute(RankedDay day, ReadOnlySpan<double> weights, PortfolioTargets targets)
    {
        _positions.Clear();
        _mentioned.Clear();
        (LongExposure, ShortExposure) = (targets.LongExposure, targets.ShortExposure);
        (LongShares, ShortShares) = (targets.CashShare, targets.CashShare);
        LeavesAlone = false;
        for (var place = 0; place < targets.Count; place++)
            Plan(day, targets.NameAt(place), targets.ShareAt(place), weights);
        Size();
    }

    private void Plan(RankedDay day, int name, double share, ReadOnlySpan<double> weights)
    {
        if (!_mentioned.Add(name))
            throw new InvalidOperationException(
                $"AlphaMix: the portfolio rule {day.Rule.Name} mentions {day.Names[name].ID.Symbol} twice on one day.");
        var isDelisted = day.States[name] == TradingState.Delisted;
        if (double.IsNaN(share))
        {
            LeavesAlone = true;
            if (weights[name] != 0 && !isDelisted)
                _positions.Add(new PlannedPosition(name, day.Names[name], share, weights[name]));
            return;
        }

        LongShares += Math.Max(share, 0);
        ShortShares += Math.Max(-share, 0);
        if (!isDelisted)
            _positions.Add(new PlannedPosition(name, day.Names[name], share, 0));
    }

    /// <summary>Sets the weights of the positions entered.</summary>
    private void Size()
    {
        var (keptLong, keptShort) = (0.0, 0.0);
        foreach (var position in _positions)
        {
            keptLong += position.Stays ? Math.Max(position.Weight, 0) : 0;
            keptShort += position.Stays ? Math.Max(-position.Weight, 0) : 0;
        }

        var longUnit = LongShares > 0 ? Math.Max(LongExposure - keptLong, 0) / LongShares : 0;
        var shortUnit = ShortShares > 0 ? Math.Max(ShortExposure - keptShort, 0) / ShortShares : 0;
        for (var i = 0; i < _positions.Count; i++)
        {
            if (!_positions[i].Stays)
                _positions[i] = _positions[i] with { Weight = _positions[i].Share * (_positions[i].Share > 0 ? longUnit : shortUnit) };
        }
    }
}
